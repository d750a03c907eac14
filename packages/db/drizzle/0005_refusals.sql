-- Refusals, counted by minute, kind, action, caller and organization. One row counts many refusals, so that a flood
-- can't fill the table. The input is not stored. Incrementing a count touches no index, and the fill factor leaves room
-- in each page for it.
ALTER TABLE security_event SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE security_event FORCE ROW LEVEL SECURITY;--> statement-breakpoint

-- Counts a refusal, and is the only way to write one. The rows of one minute and action are bounded, even if a caller
-- rotates IPs, accounts and organizations: at most 20 named callers for each organization (counted separately for
-- signed-in and anonymous callers, so that many strangers can't hide a member) and 200 rows in all. Beyond that, one
-- row counts all others of an organization, and one row everything else. Calls at the same moment don't see each
-- other's rows and may exceed the bound by the number of connections.
CREATE FUNCTION record_security_event(
	of_kind text, of_action text, by_user uuid, from_network text, about_organization uuid, in_request text
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
	SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	this_minute timestamptz := date_trunc('minute', now());
	actor_user uuid := by_user;
	actor_network text := CASE WHEN by_user IS NULL THEN left(from_network, 64) END;
	organization uuid := about_organization;
	named integer;
	total integer;
	folded integer;
	known boolean;
	known_organization boolean;
BEGIN
	-- Doesn't wait for the disk: a crash loses at most the last fraction of a second.
	PERFORM set_config('synchronous_commit', 'off', true), set_config('app.records_refusals', 'on', true);

	SELECT
		count(*) FILTER (WHERE organization_id IS NOT DISTINCT FROM organization
			AND CASE WHEN by_user IS NULL THEN network IS NOT NULL ELSE actor_id IS NOT NULL END),
		count(*) FILTER (WHERE CASE WHEN by_user IS NULL THEN network IS NOT NULL ELSE actor_id IS NOT NULL END),
		count(*) FILTER (WHERE actor_id IS NULL AND network IS NULL),
		coalesce(bool_or(kind = of_kind AND organization_id IS NOT DISTINCT FROM organization
			AND actor_id IS NOT DISTINCT FROM actor_user AND network IS NOT DISTINCT FROM actor_network), false),
		coalesce(bool_or(kind = of_kind AND organization_id IS NOT DISTINCT FROM organization
			AND actor_id IS NULL AND network IS NULL), false)
	INTO named, total, folded, known, known_organization
	FROM public.security_event WHERE minute = this_minute AND action = left(of_action, 64);

	IF NOT known AND (named >= 20 OR total >= 200) THEN
		actor_user := NULL;
		actor_network := NULL;
		IF NOT known_organization AND folded >= 100 THEN
			organization := NULL;
		END IF;
	END IF;

	INSERT INTO public.security_event AS e
		(minute, kind, action, actor_id, network, organization_id, count, last_request_id, first_seen, last_seen)
	VALUES (this_minute, of_kind, left(of_action, 64), actor_user, actor_network, organization, 1, left(in_request, 64), now(), now())
	ON CONFLICT ON CONSTRAINT security_event_once DO UPDATE
		SET count = e.count + 1, last_request_id = excluded.last_request_id, last_seen = excluded.last_seen;

	-- Rows are kept for 90 days. One call in a hundred removes older ones; each call adds at most one row, so this keeps
	-- up. Skips rows that another call is removing.
	IF random() < 0.01 THEN
		DELETE FROM public.security_event WHERE id IN (
			SELECT id FROM public.security_event WHERE minute < now() - interval '90 days'
			ORDER BY minute LIMIT 500 FOR UPDATE SKIP LOCKED);
	END IF;
	PERFORM set_config('app.records_refusals', '', true);
END
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION record_security_event(text, text, uuid, text, uuid, text) FROM PUBLIC;--> statement-breakpoint
-- Not for the tenant role: a refusal rolls its transaction back, and the record with it.
GRANT EXECUTE ON FUNCTION record_security_event(text, text, uuid, text, uuid, text) TO gatehouse_app;--> statement-breakpoint
GRANT SELECT ON security_event TO gatehouse_app, gatehouse_tenant;
