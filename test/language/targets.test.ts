import { describe, expect, it } from 'vitest';
import { brief } from './target-brief.ts';

describe('a promised number of things', () => {
  it.each([
    ['Vận động thành lập mới ít nhất 15 hợp tác xã nông nghiệp', 'count ≥ 15 hợp tác xã'],
    ['Tối thiểu 03 mô hình nông nghiệp tuần hoàn', 'count ≥ 3 mô hình'],
    ['Cấp không dưới 2.500 giấy chứng nhận', 'count ≥ 2500 giấy chứng nhận'],
    ['Hỗ trợ từ 40 hộ kinh doanh trở lên chuyển thành doanh nghiệp', 'count ≥ 40 hộ'],
    ['Tổ chức 4 cuộc kiểm tra an toàn thực phẩm', 'count ≥ 4 cuộc'],
    ['Giải quyết việc làm cho 18.500 lao động', 'count ≥ 18500 lao động'],
    ['Trồng mới 1,2 triệu cây xanh', 'count ≥ 1200000 cây'],
    ['Đón 5,5 triệu lượt khách du lịch', 'count ≥ 5500000 lượt khách'],
    ['Sản lượng thủy sản đạt 320 nghìn tấn', 'count ≥ 320000 tấn'],
    ['Nạo vét 42,5 km kênh mương', 'count ≥ 42.5 km'],
    ['Trồng 300ha rừng ngập mặn', 'count ≥ 300 ha'],
    ['Xây dựng trên 60 nhà tình nghĩa', 'count > 60 nhà tình nghĩa'],
    ['Thu hút hơn 20 nhà đầu tư', 'count > 20 nhà đầu tư'],
    ['Mỗi phường có ít nhất 02 câu lạc bộ', 'count ≥ 2 câu lạc bộ'],
    ['Ít nhất mỗi sở có 01 sáng kiến', 'count ≥ 1 sáng kiến'],
    ['Ít nhất một mô hình trường học hạnh phúc', 'count ≥ 1 mô hình'],
    ['Tối thiểu có năm sản phẩm đặc trưng', 'count ≥ 5 sản phẩm'],
    ['Nghiệm thu 02 (hai) đề tài cấp tỉnh', 'count ≥ 2 đề tài'],
    ['Tổ chức tối đa 03 hội nghị trực tiếp', 'count ≤ 3 hội nghị'],
    ['Tối đa mỗi ngành họp 02 hội nghị', 'count ≤ 2 hội nghị'],
    ['Thực hiện 5 nghìn bánh tét tặng hộ nghèo', 'count ≥ 5000 bánh tét'],
    ['Chọn 10 - 5 mô hình', 'count ≥ 5 mô hình'],
    ['Tổ chức 02 hội nghị, hội thảo về chuyển đổi xanh', 'count ≥ 2 hội nghị, hội thảo'],
    ['Đăng tải 120 tin, bài trên cổng thông tin', 'count ≥ 120 tin, bài'],
    ['Xây dựng 02 hội nghị hoặc hội thảo', 'count ≥ 2 hội nghị hoặc hội thảo'],
    ['Tổ chức bình quân 02 cuộc/tháng', 'count ≥ 2 cuộc/tháng'],
    ['Phấn đấu có 90/108 xã đạt chuẩn nông thôn mới', 'count ≥ 90/108 xã'],
    ['Đào tạo khoảng 250 cán bộ', 'count ≥ 250 cán bộ'],
    ['Lắp đặt camera tại 12 nút giao', 'count ≥ 12 nút giao'],
    ['Nâng cấp 3 phần mềm dùng chung', 'count ≥ 3 phần mềm'],
    ['Thực hiện kế hoạch 500 ha lúa hữu cơ', 'count ≥ 500 ha'],
    ['Duy trì 35 chợ truyền thống', 'count ≥ 35 chợ'],
    ['Có thêm tối thiểu 10 tour đường sông', 'increment ≥ 10 tour'],
    ['Mở 12 chốt giao thông', 'count ≥ 12 chốt'],
    ['Ra mắt ít nhất 05 quầy thông tin', 'count ≥ 5 quầy'],
    ['Giải quyết thủ tục không quá 05 ngày làm việc', 'count ≤ 5 ngày làm việc'],
    [
      'Vận hành 05 điểm du lịch, 12 điểm sạt lở được xử lý',
      'count ≥ 5 điểm du lịch',
      'count ≥ 12 điểm sạt lở',
    ],
    ['Năm 2027 có 2026 hộ được vay vốn', 'count ≥ 2026 hộ'],
    ['Thí điểm ít nhất 03 vựa trái cây', 'count ≥ 3 vựa trái'],
    ['Tuổi thọ trung bình đạt 75 tuổi', 'count ≥ 75 tuổi'],
    ['Giải phóng mặt bằng 15,3km đường ven biển', 'count ≥ 15.3 km'],
    ['Thu hút 02 dự án có vốn đầu tư từ 500 tỷ đồng trở lên', 'count ≥ 2 dự án'],
    ['Kết nạp đúng 45 đồng chí', 'count = 45 đồng chí'],
  ])('is read from «%s»', (text, ...targets) => {
    expect(brief(text)).toEqual(targets);
  });
});

describe('a promised rise', () => {
  it.each([
    ['Phát triển thêm ít nhất 25 sản phẩm OCOP', 'increment ≥ 25 sản phẩm'],
    ['Mở rộng thêm 1.250 ha cà phê tái canh', 'increment ≥ 1250 ha'],
    ['Công nhận thêm 05 xã nông thôn mới', 'increment ≥ 5 xã'],
    ['Tăng 12% so với thực hiện năm trước', 'increment ≥ 12 %'],
    ['Tăng ít nhất 03 bậc so với năm 2025', 'increment ≥ 3 bậc'],
    ['Cải thiện tối thiểu 2 hạng', 'increment ≥ 2 hạng'],
    ['Doanh thu du lịch tăng từ 8 - 10%', 'increment ≥ 8 ≤ 10 %'],
    ['Thu ngân sách vượt 5% so với dự toán', 'increment ≥ 5 %'],
    ['Tăng 1,5 điểm % so với cùng kỳ', 'increment ≥ 1.5 điểm %'],
    ['Điểm chỉ số tăng 2 điểm', 'increment ≥ 2 điểm'],
  ])('is read from «%s»', (text, ...targets) => {
    expect(brief(text)).toEqual(targets);
  });
});

describe('a promised level in percent', () => {
  it.each([
    ['Tỷ lệ người dân tham gia bảo hiểm y tế đạt 95,2%', 'percent ≥ 95.2 %'],
    ['Tỷ lệ đô thị hóa (41,5%)', 'percent ≥ 41.5 %'],
    ['Độ che phủ rừng 58,03%', 'percent ≥ 58.03 %'],
    ['Tỉ lệ hồ sơ trực tuyến trên 97%', 'percent > 97 %'],
    ['Mức độ hài lòng tối thiểu 92%', 'percent ≥ 92 %'],
    ['Ít nhất 90% chỉ số thành phần tăng điểm', 'percent ≥ 90 %'],
    ['Điều tra, khám phá án đạt 85% trở lên', 'percent ≥ 85 %'],
    ['Giải ngân đạt từ 95% trở lên', 'percent ≥ 95 %'],
    ['Tỷ lệ sử dụng nước sạch từ 80% số hộ trở lên', 'percent ≥ 80 %'],
    ['Tỷ lệ thất nghiệp dưới 2,5%', 'percent < 2.5 %'],
    ['Tỷ lệ hộ nghèo đa chiều còn 2,1%', 'percent ≤ 2.1 %'],
    ['Tỷ trọng nông nghiệp giảm xuống còn 18%', 'percent ≤ 18 %'],
    ['Tỷ lệ suy dinh dưỡng thấp còi 16,5%', 'percent ≤ 16.5 %'],
    ['Tỷ lệ nợ xấu không quá 3%', 'percent ≤ 3 %'],
    ['Không để tỷ lệ nợ xấu vượt quá 3%', 'percent ≤ 3 %'],
    ['Tỷ suất tử vong trẻ em dưới 1 tuổi không vượt quá 10‰', 'percent ≤ 10 ‰'],
    ['Tỷ lệ hộ nghèo được tiếp cận nước sạch đạt 98%', 'percent ≥ 98 %'],
    ['Giải ngân 100% vốn đầu tư công', 'percent = 100 %'],
    ['Thu ngân sách đạt 100% dự toán', 'percent ≥ 100 %'],
    ['Đạt 100% chỉ tiêu tuyển quân', 'percent ≥ 100 %'],
    ['Thanh toán không dùng tiền mặt đạt 60% tổng giao dịch', 'percent ≥ 60 %'],
    ['Nâng tỷ lệ cơ giới hóa từ 60% lên 65%', 'percent ≥ 65 %'],
    ['Kéo tỷ lệ tảo hôn từ 4% năm 2025 xuống còn 3%', 'percent ≤ 3 %'],
    ['Tỷ lệ bao phủ bằng 80 phần trăm', 'percent = 80 %'],
    ['không thấp hơn 80% và không dưới 75 điểm', 'percent ≥ 80 %', 'points ≥ 75 điểm'],
    ['Tỷ lệ lấp đầy 1.37%', 'percent ≥ 1.37 %'],
    [
      'Đến ngày 30/6/2026 giải ngân đạt 50%, đến 31/12/2026 đạt 95%',
      'percent ≥ 50 %',
      'percent ≥ 95 %',
    ],
    ['Tăng trưởng kinh tế 8,5%', 'percent ≥ 8.5 %'],
    ['Tốc độ tăng năng suất lao động 6%', 'percent ≥ 6 %'],
    ['Kiềm chế tỷ lệ trẻ bỏ học ở mức 0,5%', 'percent ≤ 0.5 %'],
    ['100% doanh nghiệp 100% vốn nước ngoài thành lập công đoàn', 'percent = 100 %'],
    ['95% trẻ 6 - 36 tháng tuổi được uống vitamin A', 'percent ≥ 95 %'],
  ])('is read from «%s»', (text, ...targets) => {
    expect(brief(text)).toEqual(targets);
  });
});

describe('a promised interval', () => {
  it.each([
    ['Tăng trưởng đạt từ 7% đến 8,5%', 'interval ≥ 7 ≤ 8.5 %'],
    ['Thu hút từ 3 đến 5 dự án', 'interval ≥ 3 ≤ 5 dự án'],
    ['Kết nạp 150 - 170 đảng viên', 'interval ≥ 150 ≤ 170 đảng viên'],
    ['Xây dựng 05–07 mô hình', 'interval ≥ 5 ≤ 7 mô hình'],
    ['Tỷ lệ đạt từ 80% đến dưới 90%', 'interval ≥ 80 < 90 %'],
  ])('is read from «%s»', (text, ...targets) => {
    expect(brief(text)).toEqual(targets);
  });
});

describe('a promised fall', () => {
  it.each([
    ['Giảm ít nhất 0,8% tỷ lệ hộ nghèo', 'decreaseBy ≥ 0.8 %'],
    ['Kéo giảm tai nạn giao thông ít nhất 5% so với năm 2025', 'decreaseBy ≥ 5 %'],
    ['Giảm số vụ, số người chết, số người bị thương từ 5 - 10%', 'decreaseBy ≥ 5 ≤ 10 %'],
    ['Giảm 5% số vụ, 10% số người chết', 'decreaseBy ≥ 5 %', 'decreaseBy ≥ 10 %'],
    ['Rút ngắn ít nhất 02 ngày làm việc', 'decreaseBy ≥ 2 ngày làm việc'],
    ['Cắt giảm 30% chi phí tuân thủ', 'decreaseBy ≥ 30 %'],
    ['Tinh giản tối thiểu 2% biên chế', 'decreaseBy ≥ 2 %'],
    ['Phấn đấu giảm nghèo 1,2%', 'decreaseBy ≥ 1.2 %'],
    ['Giảm 15 vụ cháy', 'decreaseBy ≥ 15 vụ'],
    ['Mức giảm tỷ lệ sinh 0,05‰', 'decreaseBy ≥ 0.05 ‰'],
  ])('is read from «%s»', (text, ...targets) => {
    expect(brief(text)).toEqual(targets);
  });
});

describe('promised money', () => {
  it.each([
    ['Tổng thu ngân sách nhà nước (18.240 tỷ đồng)', 'money ≥ 18240 tỷ đồng'],
    ['Kim ngạch xuất khẩu đạt 2,35 tỷ USD', 'money ≥ 2.35 tỷ USD'],
    ['Huy động 950 triệu đồng cho quỹ', 'money ≥ 950 triệu đồng'],
    ['Vận động ít nhất 6,5 tỷ', 'money ≥ 6.5 tỷ đồng'],
    ['Thu hút 300 nghìn tỷ đồng', 'money ≥ 300 nghìn tỷ đồng'],
    ['Thu nhập bình quân đạt 75 triệu đồng/người/năm', 'money ≥ 75 triệu đồng/người/năm'],
    ['Vốn ODA giải ngân trên 12 triệu euro', 'money > 12 triệu euro'],
    ['Học bổng 500.000 đồng', 'money ≥ 500000 đồng'],
    [
      'Thu trên địa bàn: 7.150 tỷ đồng; chi: 9.020 tỷ đồng',
      'money ≥ 7150 tỷ đồng',
      'money ≥ 9020 tỷ đồng',
    ],
    ['Hỗ trợ 120 triệu đồng cho 10 hộ', 'money ≥ 120 triệu đồng', 'count ≥ 10 hộ'],
  ])('is read from «%s»', (text, ...targets) => {
    expect(brief(text)).toEqual(targets);
  });
});

describe('promised points, ratios, ranks and bands', () => {
  it.each([
    ['Chỉ số cải cách hành chính đạt từ 85 điểm trở lên', 'points ≥ 85 điểm'],
    ['Đạt 78/100 điểm', 'points ≥ 78/100 điểm'],
    ['Điểm trừ từ 15 điểm trở xuống', 'points ≤ 15 điểm'],
    ['Tăng từ 5% đến 7 điểm', 'increment ≥ 7 điểm'],
    ['Chỉ số DTI đạt 0,72', 'points ≥ 0.72'],
    [
      'Đạt 10,5 bác sĩ/vạn dân và 32 giường bệnh / vạn dân',
      'ratio ≥ 10.5 bác sĩ/vạn dân',
      'ratio ≥ 32 giường bệnh/vạn dân',
    ],
    ['Có 12 điều dưỡng trên 10.000 dân', 'ratio ≥ 12 điều dưỡng/10.000 dân'],
    ['Năng suất lúa 65 tạ/ha', 'ratio ≥ 65 tạ/ha'],
    ['Từ hạng 25 trở lên', 'rank ≤ 25 hạng'],
    ['Phấn đấu xếp hạng 12/34 tỉnh, thành phố', 'rank ≤ 12/34 hạng'],
    ['Xếp thứ 5 toàn quốc', 'rank ≤ 5 hạng'],
    ['Chỉ số PAPI trong nhóm 20 cả nước', 'rank ≤ 20 hạng'],
    ['Thuộc nhóm 10 địa phương dẫn đầu', 'rank ≤ 10 hạng'],
    ['Lọt vào top 10', 'rank ≤ 10 hạng'],
    ['Nằm trong 05 tỉnh, thành phố có chỉ số cao nhất', 'rank ≤ 5 hạng'],
    ['Đạt kết quả “nhóm A” (từ 90% - dưới 95%)', 'band ≥ 90 < 95 % nhóm A'],
    ['Nằm trong nhóm “trung bình cao”', 'band ≥ nhóm trung bình cao'],
    ['Duy trì kết quả thuộc nhóm khá (trên 75 điểm)', 'band > 75 điểm nhóm khá'],
    ['Cơ quan xếp loại Tốt trở lên', 'band ≥ xếp loại Tốt trở lên'],
  ])('are read from «%s»', (text, ...targets) => {
    expect(brief(text)).toEqual(targets);
  });
});

describe('a promise without a figure of its own', () => {
  it.each([
    ['Điểm chỉ số cao hơn trung vị của khối sở, ban, ngành', 'relative >'],
    ['Chỉ số cao hơn năm trước và cao hơn mức bình quân của tỉnh', 'relative >', 'relative >'],
    ['Không thấp hơn kết quả năm trước', 'relative ≥'],
    ['Chi phí không cao hơn cùng kỳ', 'relative ≤'],
    ['Số vụ vi phạm thấp hơn năm ngoái', 'relative <'],
    ['Cải thiện thứ hạng so với năm 2025', 'relative >'],
    ['Số đơn vượt cấp giảm so với cùng kỳ', 'relative <'],
    ['Kiềm chế sự gia tăng của tội phạm ma túy', 'relative <'],
    ['Không để xảy ra cháy rừng', 'zeroEvent = 0'],
    ['Không có học sinh vi phạm pháp luật', 'zeroEvent = 0 học sinh'],
    ['Không xảy ra vụ ngộ độc thực phẩm nào (trên 50 người/vụ)', 'zeroEvent = 0 vụ'],
    [
      'Bảo đảm không có hồ sơ trễ hạn và không để tồn đọng đơn thư',
      'zeroEvent = 0 hồ sơ',
      'zeroEvent = 0 đơn thư',
    ],
    [
      'Địa bàn không phát sinh điểm nóng, đạt 95% phiếu hài lòng',
      'zeroEvent = 0 điểm nóng',
      'percent ≥ 95 %',
    ],
    ['Không để phát sinh nợ đọng xây dựng cơ bản', 'zeroEvent = 0'],
    [
      'Không có tổ chức đảng yếu kém và không còn hộ đói',
      'zeroEvent = 0 tổ chức đảng',
      'zeroEvent = 0 hộ',
    ],
    ['Không còn nhà tạm', 'zeroEvent = 0 nhà'],
    ['Đạt và vượt chỉ tiêu thu ngân sách do Tỉnh giao', 'delegated ≥'],
    ['Hoàn thành chỉ tiêu trồng rừng, cấp nước sạch được giao', 'delegated ≥', 'delegated ≥'],
    [
      'Không để xảy ra đình công, lãn công và cháy nổ tại các khu công nghiệp, khu chế xuất',
      'zeroEvent = 0',
      'zeroEvent = 0',
      'zeroEvent = 0',
    ],
    ['Không để xảy ra tình trạng cán bộ, công chức vi phạm kỷ luật', 'zeroEvent = 0 cán bộ'],
    [
      'Không phát sinh nợ đọng xây dựng cơ bản của các công trình chuyển tiếp, công trình mới',
      'zeroEvent = 0',
    ],
  ])('is read from «%s»', (text, ...targets) => {
    expect(brief(text)).toEqual(targets);
  });
});

describe('a promise about tasks and indicators', () => {
  it.each([
    ['Hoàn thành đúng hạn 100% các nhiệm vụ được giao', 'allOnTime = 100 %'],
    ['100% hồ sơ được giải quyết trước hạn', 'allOnTime = 100 %'],
    ['100% công việc hoàn thành đúng tiến độ', 'allOnTime = 100 %'],
    ['98% văn bản được xử lý đúng hạn', 'percent ≥ 98 %'],
    ['Hoàn thành đạt và vượt 18 chỉ tiêu kinh tế - xã hội', 'bundle ≥ 18 chỉ tiêu'],
    ['Đạt 21/23 chỉ tiêu', 'bundle ≥ 21/23 chỉ tiêu'],
    ['Xã hoàn thành 19 tiêu chí', 'bundle ≥ 19 tiêu chí'],
    ['Hoàn thành 5/7 nhiệm vụ', 'count ≥ 5/7 nhiệm vụ'],
  ])('is read from «%s»', (text, ...targets) => {
    expect(brief(text)).toEqual(targets);
  });
});

describe('several promises in one text', () => {
  it.each([
    ['Đạt 95% chỉ tiêu, thuộc nhóm “cao nhất”', 'percent ≥ 95 %', 'band ≥ nhóm cao nhất'],
    ['Tăng 5% thu nhập; chỉ số cao hơn năm trước', 'increment ≥ 5 %', 'relative >'],
    [
      'Đón 4,2 triệu lượt khách với doanh thu 2.600 tỷ đồng',
      'count ≥ 4200000 lượt khách',
      'money ≥ 2600 tỷ đồng',
    ],
    [
      'Mời 12 doanh nghiệp, trong đó có 03 nhà đầu tư nước ngoài',
      'count ≥ 12 doanh nghiệp',
      'count ≥ 3 nhà đầu tư',
    ],
    ['Khởi công 25 dự án; hoàn thành 8 dự án', 'count ≥ 25 dự án', 'count ≥ 8 dự án'],
    ['Cấp 1.250 giấy phép, đạt tỷ lệ 96%', 'count ≥ 1250 giấy phép', 'percent ≥ 96 %'],
    ['Công nhận 02 xã nâng cao, 01 xã kiểu mẫu.', 'count ≥ 2 xã', 'count ≥ 1 xã'],
    ['Tham mưu ban hành 01 chính sách; tổ chức tốt ngày hội', 'count ≥ 1 chính sách'],
    ['Gieo trồng 1.200 ha, sản lượng 15.000 tấn', 'count ≥ 1200 ha', 'count ≥ 15000 tấn'],
  ])('are all read from «%s»', (text, ...targets) => {
    expect(brief(text)).toEqual(targets);
  });
});
