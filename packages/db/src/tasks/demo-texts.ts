/** The demo organizations' tasks, one per line: "title | description". The description is optional. */
export const demoTaskLines: Record<string, string> = {
  acme: `
Set up single sign-on for the sales team | They use the same identity provider as support does.
Write the release notes for April
Checkout shows the wrong tax for Norway | Prices with decimals are rounded before the rate is applied. Two customers wrote in.
Move the staging database to the larger instance
Interview three customers about onboarding | Ask where they stopped, and what they had hoped to find there.
Add keyboard shortcuts to the board
Renew the certificate of the status page
Reduce the size of the landing page images | The hero alone is 1.8 MB on a phone.
Agree on error messages with the support team
Draft the data retention policy | Legal wants to see it before the audit.
Invoice PDF cuts off long company names
Let admins export the member list as CSV
Replace the carousel with a plain list
Load test the import with 50,000 rows | Last time the worker ran out of memory at about 30,000.
Translate the welcome e-mail into German
Archive the old wiki
Find out why night builds take twice as long
Show a skeleton while the report loads
Ask finance for the budget of the next quarter
Drop support for the legacy webhook format | 14 customers still use it. Each has been written to.
Add an index for the activity feed query
Prepare the demo for the partner day
Search ignores accents in names | "Jose" should find "José".
Rotate the signing keys | Follow the runbook, step by step, and note what is missing in it.
Fix the focus order in the settings dialog
Decide on a name for the new pricing tier
Sort the backlog with the design team
Notify people when a task is given to them
Remove the unused feature flags
Write a runbook for a full disk
Bring the code of conduct up to date
Dates are off by one for users in Auckland | Only for tasks that were made after 13:00 UTC.
Try the new type checker on the billing package
Plan the office move
Add two-factor authentication for admins
Reply to the security questionnaire from Initech
Unify the buttons on the account page
Measure how long a first sign-up takes
Make the e-mail footer readable in dark mode
Review the accessibility report | Start with contrast and with form labels.
Cache avatars at the edge
Clean up duplicate contacts | About 400 of them came with the last import.
Test the restore of last night's backup
Add a changelog page to the site
Handle a declined card without losing the order
Book the venue for the team week
Document the public API for tasks
Let people undo a delete for ten seconds
Update the dependencies with known holes
Sketch the mobile navigation
Alert when the queue is older than five minutes
Pay the domain invoice
Compare three providers for text messages
Split the billing tests, they take six minutes
Thank the beta testers
Explain roles and permissions in the help centre
Tasks with 100% in the title break the progress bar
Check licenses of all bundled fonts
Close accounts that never confirmed their address
Write down what we learned from the outage`,
  globex: `
Calibrate the sensors in hall 3
Order filters for the cooling loop | Two boxes. The supplier needs ten days.
Inspect the conveyor after the weekend run
Update the safety sheets for solvents
Train the night shift on the new scanner
Scanner loses its connection behind the steel door | It comes back after about a minute, without what was scanned meanwhile.
Recount the spare parts | The count and the list differ by 37 pieces.
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
Ask for quotes for a new compressor | At least three, with a service contract over five years.
Audit who can open the chemical store
Set up a dashboard for the packing line
Repair gate 7
Agree on a fallback for a power cut
Forecast demand for the autumn
Translate the machine manual into Polish
Return the faulty batch of bearings | 240 pieces, lot 18-B. Keep five for the lab.
Measure noise at the press
Shorten the walk from dock to shelf
Check the first aid kits
Assign lockers for the summer staff
Compare pallets of wood and of plastic
Fix the clock of the terminal at the gate
Document the restart of the packing robot
Clear the fire lane behind hall 2
Try a smaller box for single items | It would save about a third of the filling.
Prepare the visit of the inspectors
Stock list shows sold items as free
Tighten the shelves in aisle 12
Renegotiate the waste contract
Write the handover for the early shift
Order winter jackets
Trace the leak above dock 4
Sort out keys that nobody claims
Install the new scale | It has to be sealed by the office of weights before it is used.
Review accidents of the last year
Choose a supplier for gloves
Update the emergency phone list
Move the archive to the dry room
Weigh trucks on the way out too
Count how often gate 2 jams
Build a rack for long tubes
Set targets for the second half of the year
Replace the worn belt on line 1
Add barcodes to the tool cabinet
Ask drivers about the waiting times
Mark the walkways anew
Close the order book for June
Tell customers about the holiday hours
Check the lightning protection
Scrap the old press
Share the photos of the open day`,
}
