/** The words for an item that may stand before its number. */
export const ITEM = /(?:mục|muc|nội dung|noi dung|nd|số|so|stt|chỉ tiêu|chi tieu|câu)/u.source;

/** «3», «1.2», «2.a»; what follows decides whether it is a figure after all. */
export const NUMBER = /\d{1,2}(?:\.(?:\d{1,2}|[a-zđ](?![\p{L}])))*/u.source;

/** Figures of a measure, not the number of an item. */
export const MEASURE =
  /^(?:%|tỷ|ty|triệu|trieu|đồng|dong|ha|km|m2|người|nguoi|lượt|luot|hồ sơ|ho so|vụ|ngày|tháng|quý|năm)(?![\p{L}\d])/iu;
