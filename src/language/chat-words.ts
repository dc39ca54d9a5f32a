/** What a command typed in a chat asks for. */
export const COMMAND_IDS = [
  'start',
  'mine',
  'update',
  'undo',
  'history',
  'status',
  'overdue',
  'upcoming',
  'help',
  'language',
  'myData',
  'calendar',
  'agencies',
  'contacts',
  'unchanged',
  'invite',
  'undelivered',
  'drafts',
  'form',
] as const;

export type CommandId = (typeof COMMAND_IDS)[number];

interface CommandWords {
  readonly id: CommandId;
  /** The names that may stand behind a slash. */
  readonly names: readonly string[];
  /** What people write instead. */
  readonly phrases: readonly string[];
  /** Whether the words may be followed by more without a slash: «tình trạng sở công thương». */
  readonly takesMore: boolean;
}

/** With the English words that the English help names. Source: product notes, section 5. */
export const COMMANDS: readonly CommandWords[] = [
  { id: 'start', names: ['batdau', 'start'], phrases: ['bắt đầu'], takesMore: true },
  {
    id: 'mine',
    names: ['cuatoi', 'ds', 'danhsach'],
    phrases: ['của tôi', 'việc của tôi', 'danh sách', 'danh sách của tôi', 'my work'],
    takesMore: false,
  },
  { id: 'update', names: ['capnhat'], phrases: ['cập nhật', 'update'], takesMore: true },
  { id: 'undo', names: ['hoantac', 'undo'], phrases: [], takesMore: false },
  { id: 'history', names: ['lichsu'], phrases: ['lịch sử', 'history'], takesMore: true },
  { id: 'status', names: ['tinhtrang'], phrases: ['tình trạng', 'status'], takesMore: true },
  { id: 'overdue', names: ['quahan'], phrases: ['quá hạn', 'overdue'], takesMore: false },
  {
    id: 'upcoming',
    names: ['sapden', 'han'],
    phrases: [
      'sắp đến',
      'sắp đến hạn',
      'hạn',
      'hạn ngày mấy',
      'hạn ngày nào',
      'bao giờ đến hạn',
      'upcoming',
    ],
    takesMore: false,
  },
  {
    id: 'help',
    names: ['trogiup', 'help', 'giup'],
    phrases: ['trợ giúp', 'giúp', 'giúp tôi', 'hướng dẫn'],
    takesMore: false,
  },
  {
    id: 'language',
    names: ['ngonngu', 'language'],
    phrases: ['ngôn ngữ'],
    takesMore: true,
  },
  {
    id: 'myData',
    names: ['dulieu'],
    phrases: ['dữ liệu', 'dữ liệu của tôi', 'my data'],
    takesMore: false,
  },
  {
    id: 'calendar',
    names: ['lich'],
    phrases: ['lịch', 'lịch báo cáo', 'calendar'],
    takesMore: false,
  },
  {
    id: 'agencies',
    names: ['donvi'],
    phrases: ['đơn vị', 'danh sách đơn vị', 'agencies'],
    takesMore: false,
  },
  {
    id: 'contacts',
    names: ['daumoi'],
    phrases: ['đầu mối', 'danh sách đầu mối'],
    takesMore: false,
  },
  {
    id: 'unchanged',
    names: ['khongthaydoi', 'nhucu'],
    phrases: [
      'không thay đổi',
      'không có thay đổi',
      'không có gì thay đổi',
      'như cũ',
      'vẫn như cũ',
      'giữ nguyên',
      'như kỳ trước',
      'như quý trước',
      'unchanged',
    ],
    takesMore: false,
  },
  { id: 'invite', names: ['moi', 'invite'], phrases: ['mời', 'mã mời'], takesMore: true },
  {
    id: 'undelivered',
    names: ['chuachuyen', 'chuachuyenduoc'],
    phrases: ['chưa chuyển được', 'tin chưa chuyển được', 'tin chưa chuyển', 'undelivered'],
    takesMore: false,
  },
  {
    id: 'form',
    names: ['mau', 'bieumau', 'form'],
    phrases: ['mẫu', 'biểu mẫu', 'mẫu phụ lục', 'form'],
    takesMore: true,
  },
  {
    id: 'drafts',
    names: ['nhap', 'nhaptep', 'import'],
    phrases: ['nhập tệp', 'tệp chờ nhập', 'nhập phụ lục', 'import file'],
    takesMore: false,
  },
];

type ShortAnswer = 'undo' | 'withdraw' | 'yes' | 'no' | 'cancel' | 'skip' | 'thanks';

/** Whole messages that answer what was asked or said before. */
export const ANSWERS: readonly (readonly [ShortAnswer, readonly string[]])[] = [
  [
    'undo',
    [
      'nhầm',
      'nhầm rồi',
      'nhầm mục',
      'nhầm rồi hoàn tác',
      'nhầm bỏ cập nhật vừa rồi',
      'bỏ cập nhật vừa rồi',
      'hoàn tác',
      'huỷ cập nhật',
      'sửa lại',
      'sai',
      'sai rồi',
      'gửi nhầm',
    ],
  ],
  ['withdraw', ['huỷ']],
  [
    'yes',
    [
      'có',
      'co',
      'đúng',
      'đúng rồi',
      'đồng ý',
      'xác nhận',
      'nhất trí',
      'vâng',
      'dạ',
      'ừ',
      'phải',
      'ok',
      'oke',
      'okie',
      'yes',
      'y',
      'nhập',
    ],
  ],
  ['no', ['không', 'không phải', 'không đồng ý', 'không đúng', 'chưa đúng', 'no', 'n']],
  ['cancel', ['thôi', 'thôi không', 'bỏ', 'huỷ bỏ', 'thoát', 'không làm nữa', 'cancel', 'stop']],
  ['skip', ['bỏ qua', 'qua', 'tiếp', 'tiếp theo', 'để sau', 'sau', 'mục khác', 'skip', 'next']],
  [
    'thanks',
    [
      'cảm ơn',
      'cám ơn',
      'xin cảm ơn',
      'cảm ơn nhiều',
      'thanks',
      'thank you',
      'tks',
      'đã nhận',
      'đã nhận được',
      'đã rõ',
      'rõ',
      'vâng đã nhận',
      'vâng đã rõ',
      'đã biết',
    ],
  ],
];
