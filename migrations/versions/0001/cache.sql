-- What the cache needs to know of the database: one version per cached key, raised inside the writing transaction,
-- and an outbox of the keys that changed. The row lock of the version makes version order equal commit order, which
-- neither a sequence nor a timestamp does.
CREATE TABLE cache_versions (
    key     text PRIMARY KEY,
    version bigint NOT NULL,
    -- the transaction that raised it last: one transaction is one version, however many statements it has
    xid     xid8 NOT NULL
);
CREATE TABLE cache_outbox (
    outbox_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key       text NOT NULL,
    version   bigint NOT NULL,
    -- the transaction that wrote it, which reads back what it changed before it commits
    xid       xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX cache_outbox_xid ON cache_outbox (xid);

CREATE FUNCTION cache_raise(changed text[]) RETURNS void LANGUAGE sql AS $$
    WITH keys AS (SELECT DISTINCT unnest(changed) AS key ORDER BY 1),  -- one order for all: no deadlock
    raised AS (
        INSERT INTO cache_versions AS v (key, version, xid)
        SELECT key, 1, pg_current_xact_id() FROM keys
        ON CONFLICT (key) DO UPDATE SET version = v.version + 1, xid = excluded.xid WHERE v.xid <> excluded.xid
        RETURNING v.key, v.version
    )
    INSERT INTO cache_outbox (key, version) SELECT key, version FROM raised;
$$;

CREATE FUNCTION chat_messages_key(session_id bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT 'chat_messages:' || session_id
$$;
CREATE FUNCTION chat_sessions_key(user_id text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT 'chat_sessions:' || user_id
$$;

-- Messages changed: their lists are new, and so is what the list of sessions says of them.
CREATE FUNCTION chat_messages_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched bigint[];
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        PERFORM cache_raise(ARRAY(SELECT chat_messages_key(session_id) FROM chat_sessions));
        UPDATE chat_sessions SET message_count = 0 WHERE message_count <> 0;
        RETURN NULL;
    END IF;
    IF TG_OP = 'INSERT' THEN
        touched := ARRAY(SELECT DISTINCT session_id FROM new_rows ORDER BY 1);
    ELSIF TG_OP = 'DELETE' THEN
        touched := ARRAY(SELECT DISTINCT session_id FROM old_rows ORDER BY 1);
    ELSE
        touched := ARRAY(SELECT session_id FROM new_rows UNION SELECT session_id FROM old_rows ORDER BY 1);
    END IF;
    IF touched = '{}' THEN
        RETURN NULL;
    END IF;
    PERFORM cache_raise(ARRAY(SELECT chat_messages_key(s) FROM unnest(touched) AS s));
    IF TG_OP = 'INSERT' THEN
        UPDATE chat_sessions SET message_count = message_count + n.count, updated_at = clock_timestamp()
        FROM (SELECT session_id, count(*)::integer AS count FROM new_rows GROUP BY session_id) AS n
        WHERE chat_sessions.session_id = n.session_id;
    ELSE
        UPDATE chat_sessions AS s
        SET message_count = (SELECT count(*) FROM chat_messages AS m WHERE m.session_id = s.session_id)
        WHERE s.session_id = ANY (touched);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER chat_messages_inserted AFTER INSERT ON chat_messages
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION chat_messages_changed();
CREATE TRIGGER chat_messages_updated AFTER UPDATE ON chat_messages
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION chat_messages_changed();
CREATE TRIGGER chat_messages_deleted AFTER DELETE ON chat_messages
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION chat_messages_changed();
CREATE TRIGGER chat_messages_truncated AFTER TRUNCATE ON chat_messages
    FOR EACH STATEMENT EXECUTE FUNCTION chat_messages_changed();

-- Citations are part of their message's row in the cached list.
CREATE FUNCTION citations_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        PERFORM cache_raise(ARRAY(SELECT chat_messages_key(session_id) FROM chat_sessions));
    ELSIF TG_OP = 'INSERT' THEN
        PERFORM cache_raise(ARRAY(SELECT chat_messages_key(session_id) FROM chat_messages JOIN new_rows USING (message_id)));
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM cache_raise(ARRAY(SELECT chat_messages_key(session_id) FROM chat_messages JOIN old_rows USING (message_id)));
    ELSE
        PERFORM cache_raise(ARRAY(
            SELECT chat_messages_key(session_id) FROM chat_messages
            WHERE message_id IN (SELECT message_id FROM new_rows UNION SELECT message_id FROM old_rows)));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER citations_inserted AFTER INSERT ON citations
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION citations_changed();
CREATE TRIGGER citations_updated AFTER UPDATE ON citations
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION citations_changed();
CREATE TRIGGER citations_deleted AFTER DELETE ON citations
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION citations_changed();
CREATE TRIGGER citations_truncated AFTER TRUNCATE ON citations
    FOR EACH STATEMENT EXECUTE FUNCTION citations_changed();

-- Sessions changed: their owner's list is new; a session that is gone takes its messages' list along.
CREATE FUNCTION chat_sessions_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        PERFORM cache_raise(ARRAY(SELECT chat_sessions_key(user_id) FROM users));
        PERFORM cache_raise(ARRAY(SELECT key FROM cache_versions WHERE key LIKE 'chat\_messages:%'));
    ELSIF TG_OP = 'INSERT' THEN
        PERFORM cache_raise(ARRAY(SELECT chat_sessions_key(owner_id) FROM new_rows));
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM cache_raise(ARRAY(
            SELECT chat_messages_key(session_id) FROM old_rows UNION SELECT chat_sessions_key(owner_id) FROM old_rows));
    ELSE
        PERFORM cache_raise(ARRAY(
            SELECT chat_sessions_key(owner_id) FROM new_rows UNION SELECT chat_sessions_key(owner_id) FROM old_rows
            UNION SELECT chat_messages_key(n.session_id) FROM new_rows AS n JOIN old_rows AS o USING (session_id)
            WHERE n.owner_id <> o.owner_id));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER chat_sessions_inserted AFTER INSERT ON chat_sessions
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION chat_sessions_changed();
CREATE TRIGGER chat_sessions_updated AFTER UPDATE ON chat_sessions
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION chat_sessions_changed();
CREATE TRIGGER chat_sessions_deleted AFTER DELETE ON chat_sessions
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION chat_sessions_changed();
CREATE TRIGGER chat_sessions_truncated AFTER TRUNCATE ON chat_sessions
    FOR EACH STATEMENT EXECUTE FUNCTION chat_sessions_changed();

-- They hold for replication and restores too, where ordinary triggers sleep.
DO $$
DECLARE t record;
BEGIN
    FOR t IN SELECT tgrelid::regclass AS relation, tgname AS name FROM pg_trigger
             WHERE NOT tgisinternal AND tgrelid IN ('chat_messages'::regclass, 'citations'::regclass, 'chat_sessions'::regclass)
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', t.relation, t.name);
    END LOOP;
END $$;
