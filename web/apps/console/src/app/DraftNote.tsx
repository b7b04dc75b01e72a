import { Tooltip } from 'antd';

/** Says that what is typed is kept; on asking, where and how long: `done` is what ends it. */
export function DraftNote({ done }: { done: string }) {
  return (
    <Tooltip
      trigger={['hover', 'focus', 'click']}
      title={`填写的内容只留在本浏览器标签页，${done}或退出登录后清除。`}
    >
      <button type="button" className="hint draft-note">
        草稿自动保存
      </button>
    </Tooltip>
  );
}
