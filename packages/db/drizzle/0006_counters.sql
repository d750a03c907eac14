-- Two tables that are not in the Drizzle schema: one statement, written by hand, reads and writes each. Both lie outside of
-- any organization, so the tenant role is granted neither.
--
-- How often each key was used in the current window and in the one before (packages/rate-limit). A key is a policy's name
-- and a hash. Unlogged, because a count is not worth waiting for the disk: after a crash every count starts at zero. The
-- fill factor leaves room in each page, so that an update needs no other page and no index.
CREATE UNLOGGED TABLE rate_limit (
	key text PRIMARY KEY,
	window_start timestamp with time zone NOT NULL,
	expires_at timestamp with time zone NOT NULL,
	current integer NOT NULL,
	previous integer NOT NULL
) WITH (fillfactor = 70);--> statement-breakpoint
CREATE INDEX rate_limit_expired ON rate_limit (expires_at);--> statement-breakpoint

-- Which captcha proofs were accepted (packages/captcha), so that each is accepted once. Logged: after a crash of the
-- database a proof must still be spent.
CREATE TABLE captcha_spent (
	id text PRIMARY KEY,
	-- When the proof expires and its row is of no more use.
	expires_at timestamp with time zone NOT NULL,
	CONSTRAINT captcha_spent_id_length CHECK (length(id) BETWEEN 16 AND 64)
);--> statement-breakpoint
CREATE INDEX captcha_spent_expired ON captcha_spent (expires_at);--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit, captcha_spent TO gatehouse_app;
