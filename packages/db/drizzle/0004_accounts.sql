ALTER TABLE "user" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "user", session, account, verification TO gatehouse_app;--> statement-breakpoint
GRANT SELECT (id, name, email, image) ON "user" TO gatehouse_tenant;--> statement-breakpoint

-- Ends the sessions that were opened with the old password when it changes. Runs in the same transaction, after the
-- account is locked, so that a session that began meanwhile ends too (packages/auth/src/session/reauthentication.ts
-- takes the same lock).
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
