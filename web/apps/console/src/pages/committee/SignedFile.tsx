import { Button, Form, Upload } from 'antd';

type SignedFileProps = {
  label: string;
  file: File | undefined;
  onFile: (file: File | undefined) => void;
};

/** A scan of what was signed; it may be left out. */
export function SignedFile({ label, file, onFile }: SignedFileProps) {
  return (
    <Form.Item label={label} extra="PDF 或图片，可以不传">
      <Upload
        accept=".pdf,.jpg,.jpeg,.png"
        maxCount={1}
        fileList={file ? [{ uid: 'signed', name: file.name }] : []}
        beforeUpload={(chosen) => {
          onFile(chosen);
          return false;
        }}
        onRemove={() => onFile(undefined)}
      >
        <Button>选择文件</Button>
      </Upload>
    </Form.Item>
  );
}
