-- How often each key was used, in the current window and in the one before (packages/rate-limit). A key is a policy's name
-- and a hash. Not in the schema: the one statement that reads and writes this table is written by hand.
--
-- Unlogged, because a count is not worth waiting for the disk: after a crash of the database all of them begin at nought.
-- Room is left in each page, so that updating a row needs no other page and no index.
CREATE UNLOGGED TABLE rate_limit (
	key text PRIMARY KEY,
	window_start timestamp with time zone NOT NULL,
	expires_at timestamp with time zone NOT NULL,
	current integer NOT NULL,
	previous integer NOT NULL
) WITH (fillfactor = 70);--> statement-breakpoint
CREATE INDEX rate_limit_expired ON rate_limit (expires_at);--> statement-breakpoint
-- Outside of any organization, so not for the tenant role.
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO gatehouse_app;
