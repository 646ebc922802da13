-- An edit brings fewer pages to the disk, each of which costs as much as the claim's own. No table changes.

-- The time of the last edit moves with every edit, and moved its entry in the index of the status too. A list of one status that SQL
-- answers sorts it, until the index in memory is made.
DROP INDEX claim_status;
CREATE INDEX claim_status ON claim (status);

-- Days of history are asked for now and then; operations are looked through for them.
DROP INDEX operation_time;

-- Undo looks for the last purge each time.
CREATE INDEX operation_purge ON operation (seq) WHERE kind = 'purge';
