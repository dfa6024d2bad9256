import random

import pytest

from app.errors import BadCaptionFile
from app.videos.transcripts import parse_captions

LINE = "1\n00:00:01,000 --> 00:00:02,000\n{}\n\n2\n00:00:03,000 --> 00:00:04,000\n{}\n"

RUSSIAN = "Здравствуйте, сегодня мы поговорим о том, как устроена нейронная сеть и зачем она нужна."
JAPANESE = "今日はニューラルネットワークの仕組みについて説明します。とても簡単です。"
CHINESE = "今天我们来讨论神经网络的结构，以及它为什么能够识别手写的数字。"
KOREAN = "오늘은 신경망이 어떻게 숫자를 인식하는지 알아보겠습니다."
SPANISH = (
    "Mañana vamos a ver cómo está hecha una red neuronal y por qué funciona tan bien. El año pasado "
    "enseñamos qué es un píxel, así que esta vez la explicación será más rápida. ¿Qué pasaría si "
    "cambiáramos un número? Nada, según dicen los que más saben. Después, con un pequeño ejemplo, "
    "contaré también cuál es la función que decide, y al final habrá un resumen para los niños."
)
SWEDISH = "Låt oss börja med att förklara hur nätverket är uppbyggt och vad det är bra för."
POLISH = "Dzień dobry, dziś będziemy mówić o różnych rzeczach, które są ważne. Żółty, źródło, świeci."
FRENCH = (
    "Aujourd'hui nous allons voir comment un réseau de neurones est construit et pourquoi ça marche. "
    "L'année dernière, la première vidéo a été vue par des élèves qui étaient déjà très forts, mais "
    "cette fois-ci tout le monde peut suivre : où est la difficulté ? À la fin, il y aura un résumé."
)


def texts(data: bytes) -> list[str]:
    return [cue.text for cue in parse_captions(data).cues]


def refusal(data: bytes) -> str:
    with pytest.raises(BadCaptionFile) as refused:
        parse_captions(data)
    return refused.value.code


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"],
)
@pytest.mark.parametrize("text", ["plain", RUSSIAN, JAPANESE, "😀 שלום"])
def test_every_unicode_encoding_is_read_with_and_without_mark(encoding: str, text: str) -> None:
    assert texts(LINE.format(text, text).encode(encoding)) == [text, text]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", RUSSIAN),
        ("shift_jis", JAPANESE),
        ("euc_jp", JAPANESE),
        ("gb18030", CHINESE),
        ("cp949", KOREAN),
        ("cp1252", SPANISH),
        ("cp1252", FRENCH),
        ("cp1252", SWEDISH),
        ("cp1250", POLISH),
    ],
)
def test_legacy_encodings_are_guessed(encoding: str, text: str) -> None:
    assert texts(LINE.format(text, text).encode(encoding)) == [text, text]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Mañana el niño enseñará cómo está hecha la red, ¿qué será lo más difícil? ¡Aquí está!"),
        ("cp1252", "Você não está só, a lição é fácil e a informação também."),
        ("cp1252", "Où êtes-vous allé cet été ? La forêt était très belle, même là-bas près des chênes."),
        ("cp1252", "café"),
        ("cp1250", "Příliš žluťoučký kůň úpěl ďábelské ódy, dnes se podíváme."),
        ("cp1251", "Привет, как дела?"),
    ],
)
def test_one_line_is_enough_for_a_guess(encoding: str, text: str) -> None:
    assert text in texts(LINE.format(text, "and so on").encode(encoding))


def test_one_damaged_byte_does_not_turn_utf8_into_another_encoding() -> None:
    data = LINE.format(RUSSIAN, RUSSIAN).encode().replace("о".encode(), b"\xff", 1)
    assert texts(data)[1] == RUSSIAN


def test_a_file_cut_inside_a_character_is_read() -> None:
    assert texts(LINE.format("один", "два").encode("utf-16")[:-3]) == ["один", "дв"]
    assert texts(LINE.format(RUSSIAN, RUSSIAN).encode().rstrip()[:-2])[0] == RUSSIAN


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_line_end_is_read(newline: str) -> None:
    assert texts(LINE.format("one", "two").replace("\n", newline).encode()) == ["one", "two"]


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", "\ufeff \n".encode("utf-16-be")])
def test_nothing_but_blanks_is_empty(data: bytes) -> None:
    assert refusal(data) == "caption_file_empty"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04rest",
        b"\x1f\x8b\x08rest",
        b"%PDF-1.7",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
        b"\x00" * 500,
        LINE.format("a\0b", "c").encode(),
        b"\xff\xfe" + b"\x00\xd8" * 20,  # half characters only
        bytes(range(1, 256)) * 8,
        b"00:01.000 --> 00:02.000\n" + b"\x01\x02\x1b" * 50,
        random.Random(1).randbytes(5000),
    ],
)
def test_binary_is_unreadable(data: bytes) -> None:
    assert refusal(data) == "caption_file_unreadable"


def test_a_refusal_says_what_to_do() -> None:
    with pytest.raises(BadCaptionFile, match="unpack it and choose the caption file inside"):
        parse_captions(b"PK\x03\x04")
