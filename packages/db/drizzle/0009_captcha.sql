-- Which proofs of "no robot" were accepted (packages/captcha), so that each is accepted once. Not in the schema: the one
-- statement that writes this table is written by hand.
--
-- Logged, where the counts of limits are not: after a crash of the database a proof must still be spent.
CREATE TABLE captcha_spent (
	id text PRIMARY KEY,
	-- When the proof is no good any more, and its row of no use.
	expires_at timestamp with time zone NOT NULL,
	CONSTRAINT captcha_spent_id_length CHECK (length(id) BETWEEN 16 AND 64)
);--> statement-breakpoint
CREATE INDEX captcha_spent_expired ON captcha_spent (expires_at);--> statement-breakpoint
-- Outside of any organization, so not for the tenant role.
GRANT SELECT, INSERT, UPDATE, DELETE ON captcha_spent TO gatehouse_app;
