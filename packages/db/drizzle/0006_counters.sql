-- Two tables that are not in the Drizzle schema: one handwritten statement reads and writes each. Neither belongs to an
-- organization, so the tenant role has access to neither.
--
-- How often each key was used in the current window and in the one before (packages/rate-limit). A key is a policy's
-- name and a hash. Unlogged, so that counting doesn't wait for the disk: after a crash, every count starts at zero. The
-- fill factor leaves room in each page, so that an update needs no other page and no index.
CREATE UNLOGGED TABLE rate_limit (
	key text PRIMARY KEY,
	window_start timestamp with time zone NOT NULL,
	expires_at timestamp with time zone NOT NULL,
	current integer NOT NULL,
	previous integer NOT NULL
) WITH (fillfactor = 70);--> statement-breakpoint
CREATE INDEX rate_limit_expired ON rate_limit (expires_at);--> statement-breakpoint

-- The captcha solutions that were accepted (packages/captcha), so that each is accepted once. Logged, because a
-- solution must stay spent after a crash.
CREATE TABLE captcha_spent (
	id text PRIMARY KEY,
	-- When the solution expires and its row is no longer needed.
	expires_at timestamp with time zone NOT NULL,
	CONSTRAINT captcha_spent_id_length CHECK (length(id) BETWEEN 16 AND 64)
);--> statement-breakpoint
CREATE INDEX captcha_spent_expired ON captcha_spent (expires_at);--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit, captcha_spent TO gatehouse_app;
