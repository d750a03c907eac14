-- When the password was last given in this session. Null where it never was: a session that begins in another way is not
-- taken for proved.
ALTER TABLE "session" ADD COLUMN "proved_at" timestamp (3) with time zone;--> statement-breakpoint
-- Whoever has a session by the old password has none by the other one. In the transaction of the change and after it has
-- locked the account: a session that began while the change was under way, and that a statement before it would have
-- missed, ends as well (packages/auth/src/session/reauthentication.ts takes the same lock).
CREATE FUNCTION end_sessions_of_old_password() RETURNS trigger LANGUAGE plpgsql
	SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	DELETE FROM public.session WHERE user_id = NEW.user_id;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER end_sessions AFTER UPDATE OF password ON account
	FOR EACH ROW WHEN (OLD.password IS DISTINCT FROM NEW.password)
	EXECUTE FUNCTION end_sessions_of_old_password();
