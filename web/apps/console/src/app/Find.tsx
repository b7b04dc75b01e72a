import { SearchOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useMayOpen } from './links';
import { placesOf } from './places';

/** The search of the header, reached by `/` from anywhere. */
export function Find() {
  const [typed, setTyped] = useState('');
  const input = useRef<InputRef>(null);
  const navigate = useNavigate();
  const mayOpen = useMayOpen();
  const places = placesOf(typed).filter(({ to }) => mayOpen(to));
  useSlash(() => input.current?.focus());

  const go = (label: string) => {
    const place = places.find((one) => one.label === label);
    if (place === undefined) return;
    setTyped('');
    input.current?.blur();
    navigate({ to: place.to, search: place.search as never });
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
        placeholder="号码、缴款码、单位名称开头、姓名全名"
        maxLength={60}
      />
    </AutoComplete>
  );
}

/** Calls when `/` is pressed where nobody is typing. */
function useSlash(pressed: () => void) {
  const latest = useRef(pressed);
  latest.current = pressed;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]') !== null;
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
