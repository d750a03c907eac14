-- A first password ends the sessions too: people who reset a password expect everyone else to be signed out, even if the
-- account had no password before.
CREATE TRIGGER end_sessions_of_first_password AFTER INSERT ON account
	FOR EACH ROW WHEN (NEW.password IS NOT NULL)
	EXECUTE FUNCTION end_sessions_of_old_password();
