-- For words too the condition stands in the policy, so that the index answers: words like the one that is
-- asked for, or that hold it. With nothing asked for, the table shows nothing.
drop policy exchange_search_word_house on exchange_search_word;
create policy exchange_search_word_reader on exchange_search_word for select using (
  current_setting('tansiq.reader', true) = 'system'
  and (word % current_setting('tansiq.search_word', true)
    or word like current_setting('tansiq.search_part', true))
);
create policy exchange_search_word_writer on exchange_search_word for insert
  with check (current_setting('tansiq.reader', true) = 'system');
create policy exchange_search_word_remover on exchange_search_word for delete
  using (current_setting('tansiq.reader', true) = 'system');

-- Forgets those of the words that no item holds any more.
create or replace function exchange_search_forget(words text[]) returns void
language plpgsql as $$
declare
  before text := current_setting('tansiq.search', true);
  one text;
begin
  foreach one in array words loop
    perform set_config(
      'tansiq.search', '''' || replace(replace(one, '\', '\\'), '''', '''''') || '''', true);
    if not exists (select 1 from exchange_search) then
      perform set_config('tansiq.search_word', one, true);
      delete from exchange_search_word where word = one;
    end if;
  end loop;
  perform set_config('tansiq.search', coalesce(before, ''), true), set_config('tansiq.search_word', '', true);
end
$$;
