/** Says that what is typed is kept; on hovering, where and how long: `done` is what ends it. */
export function DraftNote({ done }: { done: string }) {
  return (
    <span className="hint" title={`填写的内容只留在本浏览器标签页，${done}或退出登录后清除。`}>
      草稿自动保存
    </span>
  );
}
