/** An agency that papers name, as it is written within a sentence, and what people call it. */
export interface KnownAgency {
  readonly name: string;
  readonly aliases: readonly string[];
  /** The bodies that took over its work in 2025, by name; several mean that a person must say which. */
  readonly successors?: readonly string[];
}

/**
 * Bodies of a province before and after the reform of 2025. A body that is not here keeps the name
 * as printed. Source: product notes 1.1, domain notes 5.
 */
export const KNOWN_AGENCIES: readonly KnownAgency[] = [
  { name: 'Sở Công Thương', aliases: ['SCT', 'Sở Công nghiệp và Thương mại'] },
  { name: 'Sở Giáo dục và Đào tạo', aliases: ['GD&ĐT', 'SGDĐT'] },
  { name: 'Sở Giao thông Vận tải', aliases: ['GTVT'], successors: ['Sở Xây dựng'] },
  {
    name: 'Sở Lao động, Thương binh và Xã hội',
    aliases: ['LĐ-TB&XH', 'LĐTBXH'],
    successors: ['Sở Nội vụ', 'Sở Y tế', 'Sở Giáo dục và Đào tạo'],
  },
  { name: 'Sở Ngoại vụ', aliases: [] },
  { name: 'Sở Nội vụ', aliases: ['SNV'] },
  {
    name: 'Sở Nông nghiệp và PTNT',
    aliases: ['Sở Nông nghiệp và Phát triển nông thôn', 'NN&PTNT'],
    successors: ['Sở Nông nghiệp và Môi trường'],
  },
  {
    name: 'Sở Kế hoạch và Đầu tư',
    aliases: ['KH&ĐT', 'SKHĐT', 'KHĐT'],
    successors: ['Sở Tài chính'],
  },
  { name: 'Sở Khoa học và Công nghệ', aliases: ['KH&CN'] },
  { name: 'Sở Tài chính', aliases: ['STC'] },
  {
    name: 'Sở Tài nguyên và Môi trường',
    aliases: ['TN&MT'],
    successors: ['Sở Nông nghiệp và Môi trường'],
  },
  { name: 'Sở Nông nghiệp và Môi trường', aliases: ['NN&MT'] },
  {
    name: 'Sở Thông tin và Truyền thông',
    aliases: ['TT&TT'],
    successors: ['Sở Khoa học và Công nghệ', 'Sở Văn hoá, Thể thao và Du lịch'],
  },
  { name: 'Sở Tư pháp', aliases: ['STP'] },
  { name: 'Sở Văn hoá, Thể thao và Du lịch', aliases: ['VHTTDL', 'VHTT&DL'] },
  { name: 'Sở Xây dựng', aliases: ['SXD'] },
  { name: 'Sở Y tế', aliases: ['SYT'] },
  { name: 'Sở Dân tộc và Tôn giáo', aliases: ['DT&TG'] },
  { name: 'Văn phòng UBND Tỉnh', aliases: ['Văn phòng Ủy ban nhân dân Tỉnh', 'VP UBND'] },
  { name: 'Văn phòng HĐND và UBND', aliases: ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân'] },
  { name: 'Thanh tra Tỉnh', aliases: ['TTT'] },
  { name: 'Ban Quản lý Khu kinh tế', aliases: ['BQL KKT', 'KKT', 'BQLKKT'] },
  {
    name: 'Trung tâm Xúc tiến Thương mại, Du lịch và Đầu tư',
    aliases: ['XTTMDLĐT', 'Trung tâm XTTMDLĐT'],
  },
  {
    name: 'BQLDA ĐTXD công trình dân dụng và công nghiệp',
    aliases: ['Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp'],
  },
  {
    name: 'BQLDA ĐTXD công trình giao thông',
    aliases: ['Ban Quản lý dự án đầu tư xây dựng công trình giao thông'],
  },
  {
    name: 'BQLDA ĐTXD công trình nông nghiệp và PTNT',
    aliases: ['Ban Quản lý dự án đầu tư xây dựng công trình nông nghiệp và phát triển nông thôn'],
  },
  { name: 'Công an Tỉnh', aliases: ['CA tỉnh', 'CAT'] },
  { name: 'Bộ Chỉ huy Quân sự Tỉnh', aliases: ['Bộ CHQS Tỉnh', 'BCHQS'] },
  { name: 'Bộ Chỉ huy Bộ đội Biên phòng Tỉnh', aliases: ['BĐBP'] },
];
