-- host/process id/start: whoever finds the turn taken can see whether its holder still lives.
alter table federation_turn alter column process type text using process::text;
