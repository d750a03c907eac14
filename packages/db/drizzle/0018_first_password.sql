-- A first password ends the sessions too: whoever resets a password expects everyone else to be signed out, also with an account
-- that had none.
CREATE TRIGGER end_sessions_of_first_password AFTER INSERT ON account
	FOR EACH ROW WHEN (NEW.password IS NOT NULL)
	EXECUTE FUNCTION end_sessions_of_old_password();
