-- The central archive, version 1. Frozen once released: what must change comes in a file of its own.
--
-- Who may do what: whoever owns this schema keeps the archive and may send for any station. A station's own login may
-- deliver batches and read its own receipts. It reads and changes no table; it may insert into its own part of the
-- journal, but only between open_batch and submit_batch of one transaction, which cannot be committed in between.
-- The functions run as the owner and ask session_user who is calling.

create table desk_archive.station (
  code text primary key check (code ~ '^[A-Z][A-Z0-9]{1,3}$'),
  -- Raw Ed25519 key, base64. A batch with another key is refused.
  public_key text not null,
  -- The station's own login; null while only the keeper sends for it.
  login name unique,
  registered_by name not null default session_user,
  registered_at timestamptz not null default now()
);

-- How far each station has got. Its row is the lock that lets one delivery at a time be judged.
create table desk_archive.station_cursor (
  station text primary key references desk_archive.station (code),
  last_number integer not null default 0,
  last_seq bigint not null default 0,
  last_hash text not null default repeat('0', 64),
  last_manifest_hash text not null default repeat('0', 64)
);

-- One row per entry, the line exactly as it is in entries.jsonl: text, because jsonb would change its bytes. Each
-- station has a partition of its own, so seq alone finds the row, and comparing numbers first makes filling it cheaper.
create table desk_archive.journal (
  station text not null,
  seq bigint not null check (seq > 0),
  line text not null,
  primary key (seq, station)
) partition by list (station);

-- Stored by content, once however many batches name it.
create table desk_archive.document (
  station text not null references desk_archive.station (code),
  sha256 text not null,
  bytes bytea not null,
  primary key (station, sha256)
);
-- Word documents are zipped already.
alter table desk_archive.document alter column bytes set storage external;

create table desk_archive.batch (
  station text not null references desk_archive.station (code),
  number integer not null,
  from_seq bigint not null,
  to_seq bigint not null,
  entry_count integer not null,
  -- Canonical JSON, the very text that is signed.
  manifest text not null,
  manifest_hash text not null,
  signature text not null,
  primary key (station, number)
);

-- Came before their predecessors; not part of the archive yet.
create table desk_archive.held_batch (
  station text not null references desk_archive.station (code),
  number integer not null,
  manifest text not null,
  signature text not null,
  entries bytea not null,
  -- One after the other, in the order of the manifest.
  documents bytea not null,
  primary key (station, number)
);
alter table desk_archive.held_batch alter column entries set storage external;
alter table desk_archive.held_batch alter column documents set storage external;

create table desk_archive.receipt (
  station text not null references desk_archive.station (code),
  number integer not null,
  manifest_hash text not null,
  entry_count integer not null,
  outcome text not null check (outcome in ('accepted', 'held', 'refused')),
  reason text,
  received_at timestamptz not null,
  primary key (station, number)
);

-- The delivery that is under way, for as long as its transaction; never seen by anybody else.
create table desk_archive.opening (
  station text primary key references desk_archive.station (code),
  transaction xid8 not null default pg_current_xact_id(),
  manifest text not null,
  signature text not null
);

create function desk_archive.refuse_unopened() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select from desk_archive.opening o where o.station = tg_argv[0] and o.transaction = pg_current_xact_id()
  ) then
    raise exception 'no batch of station % is open in this transaction', tg_argv[0]
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$$;

create function desk_archive.refuse_unfinished() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from desk_archive.opening o where o.station = new.station) then
    raise exception 'a batch of station % was opened but not submitted', new.station
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$$;

create constraint trigger must_be_finished after insert or update on desk_archive.opening
  deferrable initially deferred for each row execute function desk_archive.refuse_unfinished();

create function desk_archive.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the archive only ever grows: % on % is refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

create trigger only_grows before update or delete on desk_archive.journal
  for each row execute function desk_archive.refuse_change();
create trigger only_grows before update or delete on desk_archive.batch
  for each row execute function desk_archive.refuse_change();
create trigger only_grows before update or delete on desk_archive.document
  for each row execute function desk_archive.refuse_change();
create trigger never_emptied before truncate on desk_archive.journal
  for each statement execute function desk_archive.refuse_change();
create trigger never_emptied before truncate on desk_archive.batch
  for each statement execute function desk_archive.refuse_change();
create trigger never_emptied before truncate on desk_archive.document
  for each statement execute function desk_archive.refuse_change();

create function desk_archive.schema_version() returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select max(version) from desk_archive.migration
$$;

create function desk_archive.is_keeper() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select pg_has_role(session_user, nspowner, 'MEMBER') from pg_namespace where nspname = 'desk_archive'
$$;

-- A login that is given may from then on send for this station and for no other.
create function desk_archive.register_station(code text, public_key text, login name default null) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  partition constant text := 'journal_' || lower(code);
begin
  insert into desk_archive.station (code, public_key, login) values (code, public_key, login);
  insert into desk_archive.station_cursor (station) values (code);
  execute format('create table desk_archive.%I partition of desk_archive.journal for values in (%L)', partition, code);
  execute format('create trigger never_emptied before truncate on desk_archive.%I
    for each statement execute function desk_archive.refuse_change()', partition);
  execute format('create trigger must_be_opened before insert on desk_archive.%I
    for each statement execute function desk_archive.refuse_unopened(%L)', partition, code);
  if login is not null then
    execute format('grant usage on schema desk_archive to %I', login);
    execute format('grant insert on desk_archive.%I to %I', partition, login);
    execute format('grant execute on function desk_archive.schema_version(), desk_archive.open_batch(text, text),
      desk_archive.submit_batch(text, bytea), desk_archive.hold_batch(text, bytea, bytea),
      desk_archive.receipt_for(text, integer), desk_archive.highest_held(text) to %I', login);
  end if;
end
$$;

-- Why the caller may not send for this station, null when it may. A station nobody knows is registered with the key of
-- its first batch when the keeper brings it: the keeper could register it anyway.
create function desk_archive.admit(code text, key text) returns text
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  known desk_archive.station;
begin
  select * into known from desk_archive.station s where s.code = admit.code;
  if not found then
    if not desk_archive.is_keeper() then
      return 'unknownStation';
    end if;
    -- Two first deliveries at once: the second finds what the first has registered.
    perform pg_advisory_xact_lock(hashtext('desk_archive.station'));
    select * into known from desk_archive.station s where s.code = admit.code;
    if not found then
      perform desk_archive.register_station(code, key);
      return null;
    end if;
  end if;
  if known.login is distinct from session_user and not desk_archive.is_keeper() then
    return 'notYourStation';
  end if;
  if known.public_key <> key then
    return 'wrongKey';
  end if;
  return null;
end
$$;

create function desk_archive.may_see(code text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select desk_archive.is_keeper()
    or exists (select from desk_archive.station s where s.code = may_see.code and s.login = session_user)
$$;

revoke all on all functions in schema desk_archive from public;
