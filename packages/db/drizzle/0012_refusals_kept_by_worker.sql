-- Counts a refusal as before (0005_refusals.sql), but no longer removes old ones: purge_expired() does, in the worker. A
-- refused call then never waits for a removal.
CREATE OR REPLACE FUNCTION record_security_event(
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
	PERFORM set_config('app.records_refusals', '', true);
END
$$;
