/**
 * Syllables that stand small within names of bodies and places: «Kinh tế», «dự án đầu tư xây dựng»,
 * «xã hội». A small syllable that no name has begins what the body is to do.
 */
const NAME_SYLLABLES: ReadonlySet<string> = new Set(
  (
    'tỉnh thành phố xã phường huyện quận đặc khu vực cơ sở ban ngành đơn vị địa các và của thuộc có liên quan cấp trên bàn chuyên môn ' +
    'nhân dân ủy uỷ hội đồng đoàn thể nhà nước quốc gia quân sự vụ chính tế hóa hoá thao lịch nghệ đầu tư tạo dục động binh thương mại ' +
    'pháp dựng thông vận tải trường nguyên tin truyền giáo tộc ngoại công cộng nghiệp lâm kiểm ngư thủy thuỷ lợi sản chăn nuôi thú y trồng trọt ' +
    'bảo hiểm bạc hàng quản lý dự án xây trình giao dụng phát triển quỹ đất hạ tầng đô thị môi kinh văn hình ấp khóm thôn bản làng tổ ' +
    'lực điện viễn an phòng cháy chữa cứu nạn hộ biên bộ đội chỉ huy cảnh sát bệnh tật viện trạm đa khoa trung tâm soát kế hoạch tài ' +
    'hành phục nông lao thư thiếu niên phụ nữ cựu chiến thanh tra học đại cao đẳng mầm non tiểu phổ vườn rừng hồ sông cảng hải quan ' +
    'thuế thống kê vật liệu xổ số kiến thiết cấp thoát khí tượng tiến xúc du năng lượng khoáng chất hợp tác doanh nông sạch vệ sinh ' +
    'dinh dưỡng dược phẩm mỹ giám định pháp y tâm thần sức khỏe khoẻ nghỉ nghề việc làm trợ giúp ngành chủ'
  ).split(' '),
);

/**
 * The name with which a text begins, up to the first word that no name holds; the whole text where
 * there is none. The syllable after a capital is always the name's own: «Nội vụ».
 */
export function nameWithin(text: string): string {
  let isAfterCapital = true;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\d]+/gu)) {
    const isCapital = /^\p{Lu}/u.test(word);
    const isPart =
      isCapital || isAfterCapital || /^\d{1,2}$/u.test(word) || NAME_SYLLABLES.has(word);
    if (!isPart) return text.slice(0, index).trim();
    isAfterCapital = isCapital;
  }
  return text;
}
