/** The demo organizations' tasks, one per line: "title | description". The description is optional. */
export const demoTaskLines: Record<string, string> = {
  acme: `
Set up single sign-on for the sales team | They use the same identity provider as support.
Write the release notes for April
Checkout shows the wrong tax for Norway | Prices with decimals are rounded before the tax is applied. Two customers reported it.
Move the staging database to the larger instance
Interview three customers about onboarding | Ask where they got stuck and what they expected to find.
Add keyboard shortcuts to the board
Renew the status page certificate
Reduce the size of the landing page images | The hero alone is 1.8 MB on a phone.
Agree on error messages with the support team
Draft the data retention policy | Legal wants to review it before the audit.
Invoice PDF cuts off long company names
Let admins export the member list as CSV
Replace the carousel with a plain list
Load test the import with 50,000 rows | Last time the worker ran out of memory at about 30,000.
Translate the welcome email into German
Archive the old wiki
Find out why nightly builds take twice as long
Show a skeleton while the report loads
Ask finance for next quarter's budget
Drop support for the legacy webhook format | 14 customers still use it. We've emailed all of them.
Add an index for the activity feed query
Prepare the partner day demo
Search ignores accents in names | "Jose" should find "José".
Rotate the signing keys | Follow the runbook step by step and note anything that's missing.
Fix the focus order in the settings dialog
Name the new pricing tier
Groom the backlog with the design team
Notify people when they're assigned a task
Remove the unused feature flags
Write a runbook for a full disk
Update the code of conduct
Dates are off by one for users in Auckland | Only for tasks created after 13:00 UTC.
Try the new type checker on the billing package
Plan the office move
Add two-factor authentication for admins
Reply to the security questionnaire from Initech
Unify the buttons on the account page
Measure how long a first sign-up takes
Make the email footer readable in dark mode
Review the accessibility report | Start with contrast and form labels.
Cache avatars at the edge
Clean up duplicate contacts | About 400 came from the last import.
Test restoring last night's backup
Add a changelog page to the site
Handle a declined card without losing the order
Book a venue for the team offsite
Document the public API for tasks
Let people undo a delete for ten seconds
Update dependencies with known vulnerabilities
Sketch the mobile navigation
Alert when the queue is older than five minutes
Pay the domain renewal
Compare three SMS providers
Split up the billing tests, which take six minutes
Thank the beta testers
Explain roles and permissions in the help center
Tasks with 100% in the title break the progress bar
Check licenses of all bundled fonts
Close accounts that never verified their email
Write down what we learned from the outage`,
  globex: `
Calibrate the sensors in hall 3
Order filters for the cooling loop | Two boxes. The supplier needs ten days.
Inspect the conveyor after the weekend run
Update the safety data sheets for solvents
Train the night shift on the new scanner
Scanner loses its connection behind the steel door | It reconnects after about a minute, but loses the scans in between.
Recount the spare parts | The count is off by 37 pieces.
Renew the forklift permits
Report energy use for the first quarter
Replace the emergency lights in the stairwell
Negotiate the freight contract
Label printer cuts off the last digit
Plan the maintenance window in August
Photograph the damaged pallets for the insurer
Test the fire alarm on all floors
Move slow sellers to the upper shelves
Write a checklist for incoming goods
Get quotes for a new compressor | At least three, with a five-year service contract.
Audit who can open the chemical storage room
Set up a dashboard for the packing line
Repair gate 7
Agree on a plan for power outages
Forecast demand for the fall
Translate the machine manual into Polish
Return the faulty batch of bearings | 240 pieces, lot 18-B. Keep five for the lab.
Measure noise at the press
Shorten the walk from dock to shelf
Check the first aid kits
Assign lockers to the summer staff
Compare wooden and plastic pallets
Fix the clock on the gate terminal
Document the restart of the packing robot
Clear the fire lane behind hall 2
Try a smaller box for single items | It would save about a third of the packing material.
Prepare for the inspectors' visit
Stock list shows sold items as available
Tighten the shelves in aisle 12
Renegotiate the waste contract
Write handover notes for the early shift
Order winter jackets
Trace the leak above dock 4
Sort out unclaimed keys
Install the new scale | It has to be certified before we can use it.
Review last year's accidents
Choose a supplier for gloves
Update the emergency phone list
Move the archive to the dry room
Weigh trucks on the way out too
Count how often gate 2 jams
Build a rack for long tubes
Set targets for the second half of the year
Replace the worn belt on line 1
Add barcodes to the tool cabinet
Ask drivers about wait times
Repaint the walkways
Close the order book for June
Tell customers about holiday hours
Check the lightning protection
Scrap the old press
Share photos from the open house`,
}
