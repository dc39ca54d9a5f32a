import { describe, expect, it } from 'vitest';
import { readTargets } from '../../src/language/targets.ts';
import { brief } from './target-brief.ts';

describe('a figure that promises nothing', () => {
  it.each([
    // Years, spans of years, days (T26)
    'Quy hoạch thời kỳ 2021 - 2030, tầm nhìn đến năm 2050',
    'Kế hoạch phát triển kinh tế - xã hội 5 năm 2026-2030',
    'Chương trình giai đoạn 2021-25 và các năm 2026, 2027',
    'Năm học 2026 - 2027 có nhiều đổi mới',
    'Nhiệm kỳ 2025 - 2030 của Đại hội lần thứ 18',
    'Sơ kết vào ngày 15/6, tổng kết trước 20/12/2026',
    'Họp ngày 05 tháng 3 năm 2026 và ngày 10, 20 hằng tháng',
    'Báo cáo tháng 3, tháng 6 và tháng 9/2026',
    'Trình trong quý 2, quý 4 năm 2026',
    'Trong 6 tháng đầu năm 2026',
    'Kỷ niệm 70 năm Ngày truyền thống và dịp 30/4',
    'Khai mạc lúc 7 giờ 30, bế mạc 16:45',
    'Từ 01/7/2026 đến hết 31/12/2026',
    'Vụ mùa 2026 chuyển đổi cơ cấu',
    // Documents and their parts (T27)
    'Theo Quyết định số 1425/QĐ-TTg ngày 12/9/2022 của Thủ tướng Chính phủ',
    'Nghị quyết số 09-NQ/TU, Kế hoạch 112/KH-UBND và Chỉ thị 13',
    'Nghị quyết số 18, 19 và 20 của Trung ương',
    'Nghị định 45/2024/NĐ-CP, Thông tư 02/2025/TT-BNV',
    'Triển khai Đề án 06 của Chính phủ',
    'Công văn 77/SCT-VP, Tờ trình số: 88/TTr-SNV',
    'Kết luận số 21-KL/TW; Hướng dẫn 05-HD/BTCTU',
    'Theo Điều 5, khoản 2 và Phụ lục 3',
    'Thực hiện Chương trình 135',
    'Đạt tiêu chí số 13, tiêu chí 17.8 về môi trường',
    // Names, codes, lists
    'Nâng cấp Quốc lộ 91, đường ĐT.867, hẻm 45 và đường N12',
    'Thi công gói thầu số 9, lô C4 và lô E12A',
    'Cụm công nghiệp số 3, khu 2, ấp 5, phường 7',
    'Dự án đường Vành đai 3 đoạn qua tỉnh, giai đoạn 1',
    'Kỳ họp thứ 8, phiên họp thứ 45 của Hội đồng',
    'Phòng, chống dịch Covid-19 và cúm A/H5N1',
    'Áp dụng ISO 9001:2015, TCVN 5687',
    'Dịch vụ công mức độ 3, mức độ 4',
    'Thích ứng với công nghiệp 4.0 và phủ sóng 5G',
    'Trực 24/7, bản đồ tỷ lệ 1/500 và 1/2.000',
    'Thực hiện phương châm “4 tại chỗ”, 3 sạch',
    'Phát động phong trào “Mỗi tuần 01 việc tốt”',
    'Triển khai dự án "Trường học 365 ngày xanh"',
    'Học sinh lớp 1, lớp 6 và khối 12',
    'Đường dây nóng 0912345678, tổng đài 1022',
    '1. Rà soát thủ tục; 2. Sắp xếp bộ máy',
    '1.2 Rà soát quy trình',
    'Quy định tại (1) và [2] ở trên',
    // Sizes, ages, grades, earlier values
    'Hoàn thành trường học quy mô 24 phòng, tổng mức đầu tư 45 tỷ đồng',
    'Chăm sóc trẻ dưới 6 tuổi và người từ 75 tuổi trở lên',
    'Sản phẩm được công nhận 4 sao',
    'Giữ vững cả 3 tiêu chí',
    'Công trình công suất 50 MW, dài 15 km',
    'Thông báo trước 03 ngày',
    'Chế biến từ 30 nông trại',
    'Mức hưởng trên 01 hộ',
    'Số bác sĩ tính trên 10.000 dân',
    'Thực hiện bố trí 12 theo quy định',
    'Kết quả năm học 5 - 7',
    'In ấn 3D, dài 12xyz và 2 nghìn.',
    'Nêu ít nhất một cách rõ ràng và tối thiểu hai.',
    // Words
    'Tăng cường quản lý, không ngừng cải cách',
    'Hỗ trợ hộ không có đất sản xuất',
    'Mở rộng không gian công cộng',
    'Công tác giảm nghèo bền vững',
    'Triển khai dự án nhóm B',
    '',
  ])('is left alone in «%s»', (text) => {
    expect(brief(text)).toEqual([]);
  });
});

describe('of several figures only the promised ones', () => {
  it.each([
    ['Phát triển 25 sản phẩm đạt từ 3 sao trở lên', 'count ≥ 25 sản phẩm'],
    ['Tiêm vắc xin cho trẻ dưới 5 tuổi đạt 95%', 'percent ≥ 95 %'],
    ['Đạt 90% (năm 2025: 85%)', 'percent ≥ 90 %'],
    ['Tăng so với 80% của năm trước, đạt 84%', 'percent ≥ 84 %'],
    ['Học sinh lớp 1 được học 2 buổi/ngày', 'count ≥ 2 buổi/ngày'],
    ['Theo Nghị quyết số 15, xây dựng 15 nhà', 'count ≥ 15 nhà'],
    ['2.3 Xây dựng 04 cầu trên Quốc lộ 62', 'count ≥ 4 cầu'],
    ['1) Mở 03 lớp; 2) cấp 60 chứng chỉ', 'count ≥ 3 lớp', 'count ≥ 60 chứng chỉ'],
    ['Nếu có từ 10 đơn vị đăng ký, mở 02 lớp', 'count ≥ 2 lớp'],
    ['Trong năm 2026 xây dựng 12 km đường', 'count ≥ 12 km'],
    ['Sau 05 năm có 12 xã', 'count ≥ 12 xã'],
  ])('are read from «%s»', (text, ...targets) => {
    expect(brief(text)).toEqual(targets);
  });

  it('are read from a text that sets a day', () => {
    const [first, second] = readTargets('Hoàn thành trước tháng 11/2026 ít nhất 12 km đường', 2026);
    expect([first?.kind, first?.value, first?.asPrinted]).toEqual([
      'milestone',
      null,
      'trước tháng 11/2026',
    ]);
    expect(second).toMatchObject({ kind: 'count', value: 12 });
    expect(readTargets('Hoàn thành trước tháng 11/2026')).toEqual([]);
    expect(readTargets('Rà soát quy chế', 2026)).toEqual([]);
  });
});
