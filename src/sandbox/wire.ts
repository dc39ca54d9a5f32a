/** The platform's objects as they go over the wire; only the fields that the sandbox knows. */
export interface User {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
}

export interface Chat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup';
  readonly title?: string;
  readonly username?: string;
  readonly first_name?: string;
  readonly last_name?: string;
}

/** Offset and length count UTF-16 units. */
export interface MessageEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly language?: string;
  readonly custom_emoji_id?: string;
  readonly unix_time?: number;
  readonly date_time_format?: string;
}

export interface InlineButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

export interface InlineKeyboard {
  readonly inline_keyboard: readonly (readonly InlineButton[])[];
}

export interface StoredFile {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_size?: number;
}

export interface Message {
  readonly message_id: number;
  readonly from?: User;
  readonly chat: Chat;
  readonly date: number;
  readonly edit_date?: number;
  readonly reply_to_message?: Message;
  readonly text?: string;
  readonly entities?: readonly MessageEntity[];
  readonly caption?: string;
  readonly caption_entities?: readonly MessageEntity[];
  readonly document?: StoredFile & { readonly file_name?: string; readonly mime_type?: string };
  readonly photo?: readonly (StoredFile & { readonly width: number; readonly height: number })[];
  readonly sticker?: StoredFile & Readonly<Record<string, unknown>>;
  readonly contact?: Readonly<Record<string, unknown>>;
  readonly new_chat_members?: readonly User[];
  readonly left_chat_member?: User;
  readonly migrate_to_chat_id?: number;
  readonly migrate_from_chat_id?: number;
  readonly has_protected_content?: true;
  readonly reply_markup?: InlineKeyboard;
}

export type UpdateKind = 'message' | 'callback_query' | 'my_chat_member';

export interface Update {
  readonly update_id: number;
  readonly message?: Message;
  readonly callback_query?: Readonly<Record<string, unknown>>;
  readonly my_chat_member?: Readonly<Record<string, unknown>>;
}

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}
