-- Whoever asks for help gets an answer, also after an opt-out: a kind of text of its own.
alter table message drop constraint message_kind_check;
alter table message add constraint message_kind_check
  check (kind in ('PERSON', 'OWNER', 'OPT_OUT_CONFIRMATION', 'HELP'));
