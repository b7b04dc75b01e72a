import { SearchOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, Input, type InputRef } from 'antd';
import { type RefObject, useState } from 'react';
import { useMayOpen } from './links';
import { apart } from './personal';
import { placesOf } from './places';

/** The search of the header, reached by `/` from anywhere. */
export function Find({ input }: { input: RefObject<InputRef | null> }) {
  const [typed, setTyped] = useState('');
  const navigate = useNavigate();
  const mayOpen = useMayOpen();
  const places = placesOf(typed).filter(({ to }) => mayOpen(to));

  const go = (label: string) => {
    const place = places.find((one) => one.label === label);
    if (place === undefined) return;
    setTyped('');
    input.current?.blur();
    const { search, state } = apart(place.to, place.search);
    navigate({ to: place.to, search: search as never, state });
  };
  return (
    <AutoComplete
      className="find"
      value={typed}
      options={places.map(({ label }) => ({ value: label }))}
      defaultActiveFirstOption
      notFoundContent={typed.trim() === '' ? null : '认不出这是什么号码或名称，请核对后再输'}
      onSearch={setTyped}
      onSelect={go}
    >
      <Input
        ref={input}
        aria-label="查找"
        prefix={<SearchOutlined />}
        suffix={<kbd>/</kbd>}
        placeholder="号码、缴款码、单位名称、姓名全名"
        maxLength={60}
      />
    </AutoComplete>
  );
}
