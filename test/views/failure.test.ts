import { describe, expect, it } from 'vitest';
import { DataDirError, faultOf } from '../../src/store/data-dir-fault.ts';
import { DiskFullError } from '../../src/store/disk-room.ts';
import { StoreUnavailableError } from '../../src/usecases/ports/unit-of-work.ts';
import { failureView } from '../../src/views/failure.ts';
import { textsOf } from '../../src/views/texts.ts';

const texts = textsOf('vi');
const FOLDER = '/srv/camket';

describe('a data folder that cannot be used', () => {
  it.each([
    ['EACCES', 'Không ghi được vào thư mục dữ liệu /srv/camket.'],
    ['EROFS', 'Không ghi được vào thư mục dữ liệu /srv/camket.'],
    ['ENOTDIR', '/srv/camket không dùng làm thư mục dữ liệu được'],
    ['ENOSPC', 'Ổ đĩa chứa dữ liệu sắp đầy'],
  ])('is named with its fault and the way out: %s', (code, words) => {
    const fault = faultOf(Object.assign(new Error('of the system'), { code }));
    expect(fault).not.toBeNull();
    const said = failureView(new DataDirError(fault ?? 'damaged', FOLDER), texts);
    expect(said).toContain(words);
    expect(said).not.toContain(code);
  });

  it('is not blamed for what has nothing to do with it', () => {
    expect(faultOf(new Error('something else'))).toBeNull();
    expect(faultOf('a string')).toBeNull();
  });

  it('of damaged files is to be kept as it is', () => {
    expect(failureView(new DataDirError('damaged', FOLDER), texts)).toContain('Giữ nguyên');
  });
});

describe('a full disk', () => {
  it('is named, also where a command met it in the middle of its work', () => {
    const cause = new DiskFullError('as planned');
    const met = new StoreUnavailableError('The database broke off.', { cause });
    expect(failureView(met, texts)).toBe(failureView(cause, texts));
    expect(failureView(cause, texts)).toContain('giải phóng dung lượng');
  });
});
