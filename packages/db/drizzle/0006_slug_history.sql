-- Every slug that an organization has or had. The primary key lets one organization have it: a former one leads its
-- members on, so nobody else may be given it meanwhile. An organization keeps its last ten, or it could take every name
-- there is by and by; it may have one of its own back, and gives all of them up when it is deleted.
CREATE TABLE "claimed_slug" (
	"slug" text PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"claimed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "claimed_slug" ADD CONSTRAINT "claimed_slug_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claimed_slug_by_age" ON "claimed_slug" USING btree ("organization_id","claimed_at");--> statement-breakpoint
INSERT INTO claimed_slug (slug, organization_id, claimed_at) SELECT slug, id, created_at FROM organization;--> statement-breakpoint

-- Where two organizations reach for one slug at once, the key makes the second wait and then see that it is taken.
CREATE FUNCTION claim_slug() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
	SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	INSERT INTO public.claimed_slug AS claim (slug, organization_id) VALUES (NEW.slug, NEW.id)
		ON CONFLICT (slug) DO UPDATE SET claimed_at = excluded.claimed_at
		WHERE claim.organization_id = excluded.organization_id;
	IF NOT FOUND THEN
		RAISE unique_violation USING MESSAGE = 'another organization has or had this slug', CONSTRAINT = 'organization_slug';
	END IF;
	DELETE FROM public.claimed_slug WHERE organization_id = NEW.id AND slug IN (
		SELECT former.slug FROM public.claimed_slug former
		WHERE former.organization_id = NEW.id AND former.slug <> NEW.slug
		ORDER BY former.claimed_at DESC, former.slug OFFSET 10
	);
	RETURN NULL;
END
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION claim_slug() FROM PUBLIC;--> statement-breakpoint
CREATE TRIGGER claim_slug AFTER INSERT OR UPDATE OF slug ON organization
	FOR EACH ROW EXECUTE FUNCTION claim_slug();--> statement-breakpoint

-- Written by the trigger only.
GRANT SELECT ON claimed_slug TO gatehouse_app, gatehouse_tenant;--> statement-breakpoint
ALTER TABLE claimed_slug ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY app_every_slug ON claimed_slug FOR SELECT TO gatehouse_app USING (true);--> statement-breakpoint
CREATE POLICY tenant_slugs ON claimed_slug FOR SELECT TO gatehouse_tenant
	USING (organization_id = tenant_organization_id());--> statement-breakpoint
CREATE POLICY slugs_from_trigger ON claimed_slug TO CURRENT_USER USING (pg_trigger_depth() > 0);
