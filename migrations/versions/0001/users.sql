-- Who owns what. The single local user of a loopback installation is the row 'local'.
CREATE TABLE users (
    user_id      text PRIMARY KEY CHECK (user_id <> ''),
    display_name text NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now()
);
INSERT INTO users (user_id, display_name) VALUES ('local', 'You');
