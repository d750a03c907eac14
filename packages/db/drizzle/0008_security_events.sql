-- What was refused: how often in each minute, of what kind, in which action, by whom, about which organization. One row for
-- many refusals, so that a flood fills no table; what was sent is not in it.
--
-- Logged, unlike the counters of limits: a record that a crash empties would ask for a crash. No foreign keys, as in
-- audit_event: the record outlives what it tells of. Counting up touches no index, and room is left in each page for it.
CREATE TABLE security_event (
	id uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	minute timestamp (3) with time zone NOT NULL,
	kind text NOT NULL,
	action text NOT NULL,
	actor_id uuid,
	network text,
	organization_id uuid,
	count integer NOT NULL,
	last_request_id text NOT NULL,
	first_seen timestamp (3) with time zone NOT NULL,
	last_seen timestamp (3) with time zone NOT NULL,
	CONSTRAINT security_event_once UNIQUE NULLS NOT DISTINCT (minute, action, organization_id, kind, actor_id, network),
	CONSTRAINT security_event_kind_known CHECK (kind IN ('denied', 'unauthenticated', 'not-found', 'invalid', 'limited',
		'unavailable', 'captcha', 'foreign-origin', 'stale-session', 'failed-sign-in', 'wrong-password', 'invalid-link')),
	CONSTRAINT security_event_lengths CHECK (length(action) BETWEEN 1 AND 64 AND length(network) BETWEEN 1 AND 64
		AND length(last_request_id) <= 64),
	CONSTRAINT security_event_one_actor CHECK (actor_id IS NULL OR network IS NULL),
	CONSTRAINT security_event_counted CHECK (count > 0)
) WITH (fillfactor = 70);--> statement-breakpoint
CREATE INDEX security_event_of_organization ON security_event (organization_id, minute, id);--> statement-breakpoint
CREATE INDEX security_event_by_age ON security_event (minute, id);--> statement-breakpoint
-- What super-admins see of the record is never about tasks.
CREATE INDEX audit_event_anywhere ON audit_event (created_at, id) WHERE target_type <> 'task';--> statement-breakpoint

-- The only way in. Rows of one minute and action are bounded, whoever rotates addresses, accounts and organizations: so
-- many named callers for each organization (signed in and not, each with room of their own, so that a crowd of strangers
-- hides no member), so many rows in all; beyond that one row for all others of the organization, and at last one for all
-- others. Calls at one moment do not see each other's rows and may exceed it by as many as there are connections.
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
	-- A refusal is not worth waiting for the disk: what a crash may take is the last fraction of a second.
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

	-- Nobody is remembered for longer than 90 days. One call in so many removes what is older; each adds one row at most, so
	-- this keeps ahead of them. Rows that another call removes at this moment are left to it.
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
GRANT SELECT ON security_event TO gatehouse_app, gatehouse_tenant;--> statement-breakpoint

ALTER TABLE security_event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- The function runs as the tables' owner, who is bound unless a superuser. This lets the owner write from within it,
-- and nobody who is not the owner, whatever settings they make.
CREATE POLICY refusal_from_function ON security_event TO CURRENT_USER
	USING (current_setting('app.records_refusals', true) = 'on');--> statement-breakpoint
CREATE POLICY app_every_refusal ON security_event FOR SELECT TO gatehouse_app USING (true);--> statement-breakpoint
CREATE POLICY tenant_refusals ON security_event FOR SELECT TO gatehouse_tenant
	USING (organization_id = tenant_organization_id());
