/**
 * What offices count, by field, in the form that stands after a figure. A unit is the shortest
 * noun that says what is counted: «sản phẩm» of «sản phẩm OCOP».
 */
const COUNTED: readonly string[] = [
  // People and bodies
  'người|lượt người|lao động|học sinh|sinh viên|học viên|giáo viên|giảng viên|thí sinh|trẻ|trẻ em|em|cháu|hộ|hộ dân|hộ gia đình|gia đình',
  'đảng viên|đoàn viên|hội viên|thanh niên|phụ nữ|nông dân|cán bộ|công chức|viên chức|nhân viên|bác sĩ|bác sỹ|dược sĩ|dược sỹ|điều dưỡng|y sĩ|chuyên gia|nhà khoa học|vận động viên|huấn luyện viên|trọng tài|cộng tác viên|tuyên truyền viên|hòa giải viên|luật sư|công chứng viên|giám định viên|thương nhân|nghệ nhân|bệnh nhân|đối tượng|đồng chí|biên chế|chỗ ở|suất học bổng|suất quà|suất|phần quà',
  'doanh nghiệp|hợp tác xã|tổ hợp tác|liên hiệp hợp tác xã|liên minh hợp tác xã|nhà đầu tư|nhà máy|nhà khoa học|công ty|chi nhánh|hội quán|câu lạc bộ|tổ chức|cơ quan|đơn vị|đơn vị sự nghiệp|cơ sở|chi bộ|chi hội|đảng bộ|tổ chức đảng|công đoàn|công đoàn cơ sở|nghiệp đoàn|trung tâm|phòng|phòng học|tổ|đội|nhóm|ban|hội|tổ công nghệ số cộng đồng|tổ tự quản',
  'địa phương|tỉnh|thành phố|huyện|thị xã|thị trấn|xã|phường|đặc khu|ấp|khóm|thôn|bản|làng|buôn|tổ dân phố|khu phố|khu dân cư|đô thị',
  // Work, papers, projects
  'nhiệm vụ|chỉ tiêu|tiêu chí|chỉ số|chỉ số thành phần|nội dung|giải pháp|mô hình|sáng kiến|sáng chế|đề tài|đề án|dự án|tiểu dự án|hạng mục|gói thầu|công trình|phần việc|kế hoạch|chương trình|chuyên đề|quy hoạch|đồ án|đồ án quy hoạch|nghị quyết|quyết định|văn bản|quy chế|quy trình|thủ tục|thủ tục hành chính|dịch vụ|dịch vụ công|dịch vụ công trực tuyến|hồ sơ|giấy chứng nhận|giấy phép|giấy|chứng chỉ|bằng sáng chế|chứng nhận|mã số|mã số vùng trồng|mã vùng trồng|mã|nhãn hiệu|thương hiệu|chỉ dẫn địa lý|bản ghi nhớ|biên bản ghi nhớ|thỏa thuận|hợp đồng|văn bằng|tiêu chuẩn|quy chuẩn|kết luận|kiến nghị|ý kiến|cam kết|câu hỏi|phản ánh|đơn|đơn thư|vụ việc|vụ án|bản án|việc|vụ|trường hợp|ca|ca mắc|điểm nóng|cuộc gọi|phiếu|bộ dữ liệu|cơ sở dữ liệu|dữ liệu|phần mềm|hệ thống|nền tảng|ứng dụng|tài khoản|thuê bao|camera|chữ ký số|máy chủ|máy tính|thiết bị|bộ',
  // Events and media
  'cuộc|cuộc họp|cuộc thi|buổi|hội nghị|hội thảo|hội chợ|hội thi|hội thao|hội diễn|tọa đàm|diễn đàn|phiên|phiên giao dịch|phiên chợ|đợt|kỳ|lần|lượt|lượt khách|lượt truy cập|lượt học sinh|lượt xem|lượt lao động|lượt cán bộ|lượt bệnh nhân|lượt khám|lượt hộ|lượt phương tiện|lớp|khóa|khóa đào tạo|khóa học|chuyến|chuyến bay|sự kiện|lễ hội|giải|giải thưởng|huy chương|huy chương vàng|kỷ lục|chương trình nghệ thuật|tin|bài|tin bài|bài viết|bài báo|phóng sự|chuyên mục|chuyên trang|clip|video|phim|ấn phẩm|cuốn|quyển|bản tin|số báo|tờ rơi|tác phẩm|pa nô|bảng quảng cáo|tour|sản phẩm|dòng sản phẩm|gói|khách|khách hàng|giao dịch',
  // Places and works
  'khu|khu công nghiệp|khu du lịch|khu đô thị|khu tái định cư|khu vực|cụm công nghiệp|cụm|tuyến|tuyến đường|con đường|nút giao|cầu|cống|trạm|trạm y tế|trạm bơm|chợ|siêu thị|trung tâm thương mại|cửa hàng|kho|bến|bến xe|bãi|cảng|trường|trường học|bệnh viện|phòng khám|giường|giường bệnh|phòng họp|nhà|nhà ở|nhà ở xã hội|nhà văn hóa|nhà đại đoàn kết|nhà tình nghĩa|nhà tình thương|căn|căn hộ|căn nhà|điểm du lịch|điểm đến|điểm trường|điểm bán hàng|điểm giới thiệu|điểm cầu|điểm truy cập|điểm sạt lở|di tích|bảo tàng|thư viện|tượng đài|nghĩa trang|nền|nền nhà|lô|lô đất|thửa|thửa đất|mỏ|hồ|hồ chứa|đập|kênh|ao|vườn|cánh đồng|vùng|vùng trồng|vùng nguyên liệu|vùng sản xuất|trang trại|bể|giếng|trụ|trụ nước|cột|cổng|bia|chốt|trạm biến áp|trạm phát sóng|vị trí',
  // Things and animals
  'cây|con|con giống|đầu con|giống|liều|mũi|mũi tiêm|xe|xe buýt|phương tiện|tàu|tàu cá|máy|máy bay|chiếc|cái|chậu|mẫu|mẫu nước|mét|chỗ|chỗ ngồi|đơn vị máu|đơn vị sản phẩm|container|bao|thùng|viên|suất ăn|hiện vật|lồng bè|ô tô|trụ sở|hòm thư|cử tri|quầy|sạp|bảng|biển báo|đèn|loa|bồn|phao|sân|tủ|bàn|ghe|thuyền|bè|đàn|pano|màn hình|trạm quan trắc|trụ đèn',
  // Abstract things
  'chính sách|lĩnh vực|ngành nghề|nghề|mặt hàng|chuỗi|chuỗi liên kết|chuỗi giá trị|điển hình|tập thể|cá nhân|chức danh|vị trí việc làm|chốt|tour|tiểu phẩm|đường dây|nguồn|khâu|bước|cơ chế|nội quy|thị trường|quốc gia|khóm nhà|chỉ dẫn|bằng|phương án|nhóm sản phẩm|dịch vụ mới|cách làm|phong trào',
];

/** Every noun by itself. */
export const COUNTED_NOUNS: readonly string[] = COUNTED.flatMap((line) => line.split('|'));

/** Measures of length, area, weight, energy and data, also glued to their figure. */
export const PHYSICAL_UNITS: readonly string[] = [
  'ha|hecta|héc ta|hec ta|km²|km2|km|m²|m2|m³|m3|m|cm|mm|kg|gam|gram|tấn|tạ|yến|lít|kwh|mwh|kw|mwp|mw|kva|mva|kv|mbps|gbps|gb|tb|teu|dwt|công đất|sào|mét vuông|mét khối|mét|héc-ta',
].flatMap((line) => line.split('|'));

/** After a figure these name a grade or a part of a name: never what is promised. */
export const GRADE_UNITS: readonly string[] = [
  'sao|tuổi|tháng tuổi|cấp|mặt|bên|chiều|làn xe|làn|tầng|thế kỷ|thập kỷ|chữ|khâu đột phá|trụ cột|trọng tâm|sạch|không|tốt|tại chỗ|nhất|cùng|rõ|dám|biết|đúng|xây|chống|tiên phong|gương mẫu|xung kích|cửa',
].flatMap((line) => line.split('|'));

export const TIME_UNITS: readonly string[] = [
  'ngày làm việc|ngày|giờ làm việc|giờ|phút|giây|tuần|tháng|quý|năm',
].flatMap((line) => line.split('|'));

/** Words that begin no noun: what follows the figure is then not what it counts. */
export const NO_NOUNS: readonly string[] = [
  'và|với|đến|tới|tại|trong|trên|dưới|của|cho|theo|được|bị|có|là|để|do|bởi|từ|về|vào|ra|lên|xuống|so|hoặc|hay|như|mà|thì|nhằm|qua|bằng|khi|nếu|sau|trước|đã|đang|sẽ|cần|phải|không|chưa|đạt|vượt|tăng|giảm|còn|hơn|cùng|kể|nhưng|các|những|mỗi|từng|này|đó|trở|ban hành|thông qua|tiếp tục|thực hiện|triển khai|hoàn thành|giai đoạn|nhiệm kỳ|thuộc|gồm|bao gồm|trừ|tham gia|gắn|đồng thời|lần thứ|quốc gia|hàng|hằng|đối|phê duyệt|quy định|hướng dẫn|tầm nhìn|nâng|xây dựng|tỉnh ủy|chính phủ|bộ chính trị|ban chấp hành|ủy ban|hội đồng|nhà nước|thủ tướng|phần trăm|điểm|hạng|bậc',
].flatMap((line) => line.split('|'));
