-- Words by what they sound like, so that a word in Arabic letters finds its spellings in Latin ones.
create table exchange_search_sound (
  sound text not null,
  word text not null references exchange_search_word (word) on delete cascade,
  primary key (sound, word)
);
create index exchange_search_sound_word on exchange_search_sound (word);
alter table exchange_search_sound enable row level security;
alter table exchange_search_sound force row level security;
create policy exchange_search_sound_house on exchange_search_sound
  using (current_setting('tansiq.reader', true) = 'system');

-- What sounds are is the program's to say: it reads every item anew, and writes the words again with them.
do $$
begin
  perform set_config('tansiq.search_part', '%', true);
  delete from exchange_search_word;
  perform set_config('tansiq.search_part', '', true);
  update exchange_search_item set folding = 0;
end
$$;
