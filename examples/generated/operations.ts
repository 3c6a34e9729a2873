import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant in RFC 3339, always in UTC on output, e.g. `"2024-06-11T09:00:00.000Z"`. */
  DateTime: { input: string; output: string; }
  /** An e-mail address, internationalized ones included (RFC 6531), e.g. `"reader@example.org"`, `"أحمد@مثال.إختبار"`. Invisible characters that keyboards put around it are taken off. It goes in only: no public type gives one out. */
  EmailAddress: { input: string; output: string; }
  /** A language tag by BCP 47, e.g. `"ar"`, `"ar-EG"`, `"en"`. Case does not count; it goes out in canonical form. */
  Locale: { input: string; output: string; }
  /** An absolute URL by the WHATWG URL standard, e.g. `"https://news.example/articles/مقال"` (percent-encoded on output). */
  URL: { input: string; output: string; }
};

/** A comment to add. */
export type AddCommentInput = {
  /** The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. */
  articleId: Scalars['ID']['input'];
  /** For moderators only, never public, e.g. `"reader@example.org"`. */
  authorEmail: Scalars['EmailAddress']['input'];
  /** The name to show: 1 to 80 characters as people count them, e.g. `"قارئة"`. */
  authorName: Scalars['String']['input'];
  /** Plain text: 1 to 5000 characters as people count them. White space at the ends is taken off. */
  body: Scalars['String']['input'];
  /** A client’s own key for this submission, 1 to 200 characters, best a random UUID, e.g. `"0190163d-8694-739b-aea5-966c26f8ad91"`: sending the same input again with it returns the first comment and, for a day, its receipt, instead of adding another. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The comment that this replies to, on the same article; null for a top-level comment. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** The `receipt` of an earlier comment of the same author: where it was approved, the site may trust this one. One that the service does not know gives no trust and is no error. */
  receipt?: InputMaybe<Scalars['String']['input']>;
};

/** The comment that was added, or everything that is wrong with the input. */
export type AddCommentPayload = {
  __typename?: 'AddCommentPayload';
  /** Whether the comment was there already, by its `idempotencyKey`: nothing was added then. */
  alreadyAdded: Scalars['Boolean']['output'];
  /** The comment, also while it is PENDING, so that a client can say ‘awaiting moderation’; null where `userErrors` has entries. */
  comment: Maybe<Comment>;
  /** The comment with its cursor in `Article.comments` or, for a reply, in `Comment.replies` of its parent, in their default order: what a client adds to its list. Null where the comment is not public. */
  commentEdge: Maybe<CommentEdge>;
  /** A secret: with it the author sees, edits or withdraws the comment without an account, and earns trust for the next one. An identical retry with the same `idempotencyKey` is given it again, within 24 hours and until the comment is edited or withdrawn; null after that. */
  receipt: Maybe<Scalars['String']['output']>;
  /** All that is wrong with the input, at once; empty where the comment was added. */
  userErrors: Array<UserError>;
};

/** An article to archive: no reader sees it any more, and nothing is deleted. */
export type ArchiveArticleInput = {
  /** The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. */
  id: Scalars['ID']['input'];
  /** The `editing.version` that you read: CONFLICT where somebody has changed the article since. */
  version: Scalars['Int']['input'];
};

/** The archived article, or what is wrong. */
export type ArchiveArticlePayload = {
  __typename?: 'ArchiveArticlePayload';
  /** The article as it now stands; null where `userErrors` has entries. */
  article: Maybe<Article>;
  /** Who came first; only where `userErrors` has the code CONFLICT. */
  conflict: Maybe<EditConflict>;
  /** All that is wrong, at once; nothing was written then. */
  userErrors: Array<UserError>;
};

/** A news article: its text in sections, its images, and its readers’ comments. Start with `article(slug:)` or `articles`. */
export type Article = Node & {
  __typename?: 'Article';
  /** All sections in order, headings included, in the form that is asked for. */
  body: Scalars['String']['output'];
  /** Who wrote it, as the page prints it, e.g. `"فريق التحرير"`; null if no author is named. */
  byline: Maybe<Scalars['String']['output']>;
  /** How many public comments it has, replies included. */
  commentCount: Scalars['Int']['output'];
  /** The rules of its comment form, for a client to draw it. */
  commentPolicy: CommentPolicy;
  /** Its public top-level comments, a page at a time; read on with `replies`. */
  comments: CommentConnection;
  /** What was wrong in an earlier version, for readers, e.g. `"ورد في نسخة سابقة أن الاجتماع عُقد الاثنين، والصحيح الثلاثاء."`; null where nothing was. */
  correction: Maybe<Scalars['String']['output']>;
  /** When it was first written down in the service. */
  createdAt: Scalars['DateTime']['output'];
  /** Which way its text runs, from the script of its locale. */
  direction: TextDirection;
  /** What editors see of it; null for everybody who lacks the EDITOR role. */
  editing: Maybe<ArticleEditing>;
  /** When readers saw it for the first time; it never moves again, while `publishedAt` may be corrected. Null before. */
  firstPublishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Globally unique id: a TypeID, time-ordered and URL-safe, whose prefix names the type, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. Treat it as opaque. */
  id: Scalars['ID']['output'];
  /** All its images, by position over the whole article. */
  images: Array<Image>;
  /** The article as a `NewsArticle` of schema.org, in JSON-LD: headline, dates, author, tags, correction, counts, and each picture with whom it is credited to. Put it into the page as it is, inside `<script type="application/ld+json">`: nothing in it ends that element. */
  jsonLd: Scalars['String']['output'];
  /** The image that stands for the article in lists: its first; null where it has none. */
  leadImage: Maybe<Image>;
  /** The language that it is written in, e.g. `"ar"`. */
  locale: Scalars['Locale']['output'];
  /** When it was, or will be, published; null while it is a draft. */
  publishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Minutes to read it: what the source states, else the words by the language’s published reading speed (Arabic: 138 words a minute), rounded up. */
  readingTimeMinutes: Scalars['Int']['output'];
  /** The parts of the text, by position. */
  sections: Array<Section>;
  /** Ready addresses that share the article, one for each network. */
  shareLinks: Array<ShareLink>;
  /** Unique name in the page’s address, in Unicode letters, e.g. `"بلينكن-يلتقي-نتنياهو"`. */
  slug: Scalars['String']['output'];
  /** Where it stands on its way to the reader. */
  status: ArticleStatus;
  /** The standfirst: what it is about, in a sentence or two; null where there is none. */
  summary: Maybe<Scalars['String']['output']>;
  /** What it is about, in the editor’s order; at most 30. */
  tags: Array<Tag>;
  /** The headline. */
  title: Scalars['String']['output'];
  /** When what readers see was last edited; a draft that is not published changes nothing here. */
  updatedAt: Scalars['DateTime']['output'];
  /** The canonical page: the configured site, PUBLIC_URL, and the slug. */
  url: Scalars['URL']['output'];
  /** Which version of the article readers see; it rises when a later edit is published. What guards an edit is `editing.version`. */
  version: Scalars['Int']['output'];
  /** Words of the body, headings not counted. */
  wordCount: Scalars['Int']['output'];
};


/** A news article: its text in sections, its images, and its readers’ comments. Start with `article(slug:)` or `articles`. */
export type ArticleBodyArgs = {
  format?: TextFormat;
};


/** A news article: its text in sections, its images, and its readers’ comments. Start with `article(slug:)` or `articles`. */
export type ArticleCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: CommentOrder;
};

/** A page of articles (Relay cursor connections). */
export type ArticleConnection = {
  __typename?: 'ArticleConnection';
  /** The page, each object with its cursor. */
  edges: Array<ArticleEdge>;
  /** The page without cursors, for the usual case. */
  nodes: Array<Article>;
  /** Whether there is more, and where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One of the articles with its place in the list. */
export type ArticleEdge = {
  __typename?: 'ArticleEdge';
  /** The place in the list, for `after` and `before`. Opaque: keep it as it is. */
  cursor: Scalars['String']['output'];
  /** The object itself. */
  node: Article;
};

/** What editors see of an article beside what readers see: the version that guards a change, the draft, the plans, every save. */
export type ArticleEditing = {
  __typename?: 'ArticleEditing';
  /** The newest save where readers do not see it yet; null where they see it. */
  draft: Maybe<ArticleRevision>;
  /** The save of a version; null where there is none. */
  revision: Maybe<ArticleRevision>;
  /** Every save of the article, the newest first. */
  revisions: ArticleRevisionConnection;
  /** When a save goes live by itself; null where none is planned to. */
  scheduledAt: Maybe<Scalars['DateTime']['output']>;
  /** When the article goes out of readers’ sight by itself; null where that is not planned. */
  unpublishAt: Maybe<Scalars['DateTime']['output']>;
  /** Rises with every save and every change of schedule, from 1. Send it with each mutation of the article. */
  version: Scalars['Int']['output'];
};


/** What editors see of an article beside what readers see: the version that guards a change, the draft, the plans, every save. */
export type ArticleEditingRevisionArgs = {
  version: Scalars['Int']['input'];
};


/** What editors see of an article beside what readers see: the version that guards a change, the draft, the plans, every save. */
export type ArticleEditingRevisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Which articles are listed: those for which all of this holds. */
export type ArticleFilter = {
  /** With exactly this byline, e.g. `"فريق التحرير"`; runs of white space count as one space. At most 300 characters. */
  byline?: InputMaybe<Scalars['String']['input']>;
  /** In exactly this language, e.g. `"ar"`; `"AR"` is the same, `"ar-EG"` another. */
  locale?: InputMaybe<Scalars['Locale']['input']>;
  /** Published at this instant or later, e.g. `"2024-06-01T00:00:00Z"`. */
  publishedAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Published before this instant, e.g. `"2024-07-01T00:00:00Z"`. */
  publishedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these. Only `[PUBLISHED]`, the default, is for readers; others need the EDITOR role. */
  status?: InputMaybe<Array<ArticleStatus>>;
  /** With the tag of this slug, e.g. `"غزة"`; former slugs and other spellings mean it too, as in the query `tag`. None where there is no such tag. */
  tag?: InputMaybe<Scalars['String']['input']>;
};

/** In which order a list of articles runs. */
export type ArticleOrder =
  /** The oldest first, as in an archive. */
  | 'PUBLISHED_AT_ASC'
  /** The newest first, as on a front page. */
  | 'PUBLISHED_AT_DESC';

/** One save of an article: a whole, immutable snapshot. Its types and ids are its own, so that no cache takes it for the article. */
export type ArticleRevision = {
  __typename?: 'ArticleRevision';
  /** All sections in order, headings included, in the form that is asked for. */
  body: Scalars['String']['output'];
  /** Who wrote it, as the page prints it, e.g. `"فريق التحرير"`; null if no author is named. */
  byline: Maybe<Scalars['String']['output']>;
  /** What was wrong in an earlier version, for readers; null where nothing was. */
  correction: Maybe<Scalars['String']['output']>;
  /** Which way its text runs, from the script of its locale. */
  direction: TextDirection;
  /** When it was saved. */
  editedAt: Scalars['DateTime']['output'];
  /** Who saved it: a token’s name or an OpenID subject; null where it is not known, and with a preview link. */
  editedBy: Maybe<Scalars['String']['output']>;
  /** Identifies the save, e.g. `"revision_01j03cqd00fgqbrcr42gqh0k5v"`. */
  id: Scalars['ID']['output'];
  /** Whether it is what readers see now. */
  isLive: Scalars['Boolean']['output'];
  /** The picture that stands before the text; null where there is none. */
  leadImage: Maybe<ImageSnapshot>;
  /** The language that it is written in, e.g. `"ar"`. */
  locale: Scalars['Locale']['output'];
  /** What the editor wrote for other editors, e.g. `"fixed a name"`; null with a preview link. */
  note: Maybe<Scalars['String']['output']>;
  /** Minutes to read it: as stated, else from the words. */
  readingTimeMinutes: Scalars['Int']['output'];
  /** The parts of the text, in order. */
  sections: Array<SectionSnapshot>;
  /** The article’s name in its address as of this save, e.g. `"بلينكن-يلتقي-نتنياهو"`. */
  slug: Scalars['String']['output'];
  /** The standfirst; null where there is none. */
  summary: Maybe<Scalars['String']['output']>;
  /** The names of its tags, in the editor’s order. */
  tags: Array<Scalars['String']['output']>;
  /** The headline. */
  title: Scalars['String']['output'];
  /** The article’s `editing.version` as of this save. */
  version: Scalars['Int']['output'];
};


/** One save of an article: a whole, immutable snapshot. Its types and ids are its own, so that no cache takes it for the article. */
export type ArticleRevisionBodyArgs = {
  format?: TextFormat;
};

/** A page of saves of an article (Relay cursor connections). */
export type ArticleRevisionConnection = {
  __typename?: 'ArticleRevisionConnection';
  /** The page, each object with its cursor. */
  edges: Array<ArticleRevisionEdge>;
  /** The page without cursors, for the usual case. */
  nodes: Array<ArticleRevision>;
  /** Whether there is more, and where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One of the saves of an article with its place in the list. */
export type ArticleRevisionEdge = {
  __typename?: 'ArticleRevisionEdge';
  /** The place in the list, for `after` and `before`. Opaque: keep it as it is. */
  cursor: Scalars['String']['output'];
  /** The object itself. */
  node: ArticleRevision;
};

/** A page of articles that a search found, the best first (Relay cursor connections). */
export type ArticleSearchConnection = {
  __typename?: 'ArticleSearchConnection';
  /** The page, each article with its cursor, score and highlights. */
  edges: Array<ArticleSearchEdge>;
  /** The page without cursors and highlights. */
  nodes: Array<Article>;
  /** Whether there is more, and where this page ends. */
  pageInfo: PageInfo;
  /** ‘Did you mean …?’: the query with words that articles hold in place of those that none does, e.g. `"فلسطين"` for `"فلصطين"`; null where nothing is near. Searching for it finds something. */
  suggestion: Maybe<Scalars['String']['output']>;
  /** How many the list holds. A search ranks at most 1,000 articles: where more hold its words, the list is of the best and newest of them, and ends there. */
  totalCount: Scalars['Int']['output'];
};

/** An article that was found, with its place in the list. */
export type ArticleSearchEdge = {
  __typename?: 'ArticleSearchEdge';
  /** The place in the list, for `after`. It holds on to the list that it was made from: articles that are added later change nothing on the pages that follow. Opaque: keep it as it is. */
  cursor: Scalars['String']['output'];
  /** Where the words were found: title, summary, headings, captions, and the three paragraphs that hold most of them. */
  highlights: Array<SearchHighlight>;
  /** The article itself. */
  node: Article;
  /** How well it fits, for comparing articles of one search only; the list falls by it. */
  score: Scalars['Float']['output'];
};

/** Where an article stands on its way to the reader. */
export type ArticleStatus =
  /** Taken off the site but not deleted; only editors see it. */
  | 'ARCHIVED'
  /** Being written; seen by editors only. */
  | 'DRAFT'
  /** For every reader. */
  | 'PUBLISHED'
  /** Will be published at `publishedAt` by itself; seen by editors only. */
  | 'SCHEDULED';

/** An article whose planned publication and unpublication are taken back. */
export type CancelScheduleInput = {
  /** The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. */
  id: Scalars['ID']['input'];
  /** The `editing.version` that you read: CONFLICT where somebody has changed the article since. */
  version: Scalars['Int']['input'];
};

/** The article without plans, or what is wrong. */
export type CancelSchedulePayload = {
  __typename?: 'CancelSchedulePayload';
  /** The article as it now stands; null where `userErrors` has entries. */
  article: Maybe<Article>;
  /** Who came first; only where `userErrors` has the code CONFLICT. */
  conflict: Maybe<EditConflict>;
  /** All that is wrong, at once; nothing was written then. */
  userErrors: Array<UserError>;
};

/** A reader’s comment on an article, or a reply to another comment. */
export type Comment = Node & {
  __typename?: 'Comment';
  /** The article that it comments on. */
  article: Article;
  /** The name that the reader gave, e.g. `"قارئة"`. */
  authorName: Scalars['String']['output'];
  /** Plain text with line breaks: escape it before it goes into HTML. */
  body: Scalars['String']['output'];
  /** Whether a reader may reply to it now: it is public, not too deep in its thread, and its article takes comments. */
  canReply: Scalars['Boolean']['output'];
  /** When it was sent. */
  createdAt: Scalars['DateTime']['output'];
  /** How deep in the thread: 0 for a top-level comment, 1 for a reply to it, 5 at most. */
  depth: Scalars['Int']['output'];
  /** Until when its author, who holds the receipt, may edit it; null for without end. A comment that was withdrawn, or that a moderator refused, cannot be edited. */
  editableUntil: Maybe<Scalars['DateTime']['output']>;
  /** When its author last edited the text; null where it stands as it was sent. */
  editedAt: Maybe<Scalars['DateTime']['output']>;
  /** Globally unique id: a TypeID, time-ordered and URL-safe, whose prefix names the type, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. Treat it as opaque. */
  id: Scalars['ID']['output'];
  /** Whether its author took it back: the name and the text are then a notice in the article’s language, and the replies to it stay. */
  isWithdrawn: Scalars['Boolean']['output'];
  /** The comment that this replies to; null for a top-level comment. */
  parent: Maybe<Comment>;
  /** The public replies to it, a page at a time. */
  replies: CommentConnection;
  /** How many public replies it has, replies to replies not counted. */
  replyCount: Scalars['Int']['output'];
  /** What became of it. Readers see APPROVED ones; `addComment` returns its own, whatever the status. */
  status: CommentStatus;
  /** Why the comment is not public: what its moderator wrote, else a sentence in the language of Accept-Language. For its author (`addComment`, `commentByReceipt`, `editComment`) and for moderators; null for everybody else, and where the comment is public or withdrawn. */
  statusReason: Maybe<Scalars['String']['output']>;
};


/** A reader’s comment on an article, or a reply to another comment. */
export type CommentRepliesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: CommentOrder;
};

/** A change of a comment that readers may have on their screens. */
export type CommentChange = {
  __typename?: 'CommentChange';
  /** The comment as readers now see it; null once it is no longer public. */
  comment: Maybe<Comment>;
  /** The comment’s `id`, e.g. `"comment_01j03cqd00fgqbrcr42gqh0k5v"`. */
  commentId: Scalars['ID']['output'];
  /** What happened to the comment. */
  kind: CommentChangeKind;
};

/** What happened to a public comment. */
export type CommentChangeKind =
  /** Its author changed the text, and it is still public. */
  | 'EDITED'
  /** It is no longer public: moderators refused it, or an edit has to wait for them. */
  | 'REMOVED'
  /** Its author took it back, or was erased: a notice stands in its place. */
  | 'WITHDRAWN';

/** A page of comments (Relay cursor connections). */
export type CommentConnection = {
  __typename?: 'CommentConnection';
  /** The page, each object with its cursor. */
  edges: Array<CommentEdge>;
  /** The page without cursors, for the usual case. */
  nodes: Array<Comment>;
  /** Whether there is more, and where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One of the comments with its place in the list. */
export type CommentEdge = {
  __typename?: 'CommentEdge';
  /** The place in the list, for `after` and `before`. Opaque: keep it as it is. */
  cursor: Scalars['String']['output'];
  /** The object itself. */
  node: Comment;
};

/** A field of the comment form. */
export type CommentField =
  /** `AddCommentInput.authorEmail`: never shown. */
  | 'AUTHOR_EMAIL'
  /** `AddCommentInput.authorName`: shown with the comment. */
  | 'AUTHOR_NAME'
  /** `AddCommentInput.body`: the comment itself. */
  | 'BODY';

/** In which order comments run. */
export type CommentOrder =
  /** The newest first. */
  | 'NEWEST'
  /** The oldest first, as a conversation is read. */
  | 'OLDEST';

/** The rules of an article’s comment form, for a client to draw it. */
export type CommentPolicy = {
  __typename?: 'CommentPolicy';
  /** When the article stops taking comments by the rules, past or to come; null where they set no end. */
  closesAt: Maybe<Scalars['DateTime']['output']>;
  /** For how many minutes its author may edit a comment: 0 for never, null for without end; see `Comment.editableUntil`. */
  editWindowMinutes: Maybe<Scalars['Int']['output']>;
  /** Whether the article takes comments now. */
  isOpen: Scalars['Boolean']['output'];
  /** Whether every comment waits for a moderator before others see it. */
  isPremoderated: Scalars['Boolean']['output'];
  /** The longest name, in characters as people count them (grapheme clusters): 80. */
  maxAuthorNameLength: Scalars['Int']['output'];
  /** The longest body, in characters as people count them (grapheme clusters): 5000. */
  maxBodyLength: Scalars['Int']['output'];
  /** How deep replies go: 5. A comment of that `depth` takes no reply; see `Comment.canReply`. */
  maxDepth: Scalars['Int']['output'];
  /** The sentence to print above the form, in the article’s language, e.g. `"لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *"`. */
  notice: Scalars['String']['output'];
  /** Always false: an e-mail address is never public. */
  publishesEmail: Scalars['Boolean']['output'];
  /** What must be filled in: mark these with `*`. */
  requiredFields: Array<CommentField>;
};

/** A reader’s report of a comment. */
export type CommentReport = {
  __typename?: 'CommentReport';
  /** When it was reported. */
  createdAt: Scalars['DateTime']['output'];
  /** What the reader added; plain text. */
  note: Maybe<Scalars['String']['output']>;
  /** Why it was reported. */
  reason: ReportReason;
};

/** What became of a comment. */
export type CommentStatus =
  /** Public. */
  | 'APPROVED'
  /** Waiting for a moderator; no other reader sees it. */
  | 'PENDING'
  /** Refused; no reader sees it. */
  | 'REJECTED'
  /** Refused as advertising; no reader sees it. */
  | 'SPAM';

/** What a save does where somebody else saved since the `version` it names. */
export type ConflictChoice =
  /** What touches other fields or sections than theirs is saved on top of theirs. Where both touched the same field or section, nothing is saved: CONFLICT. */
  | 'MERGE'
  /** Nothing is saved: `userErrors` has the code CONFLICT. */
  | 'REJECT';

/** A new article. It begins as a DRAFT. */
export type CreateArticleInput = {
  /** Who wrote it, e.g. `"فريق التحرير"`: one line of at most 300 UTF-16 code units. */
  byline?: InputMaybe<Scalars['String']['input']>;
  /** A client’s own key for this article, 1 to 200 characters, best a random UUID, e.g. `"0190163d-8694-739b-aea5-966c26f8ad91"`: sending the same input again with it returns the first article instead of adding another. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A picture that stands before the text. Absent or null: none. */
  leadImage?: InputMaybe<ImageInput>;
  /** The language of the text, e.g. `"ar"`. */
  locale: Scalars['Locale']['input'];
  /** A note about this save for other editors, e.g. `"fixed a name"`: one line of at most 500 UTF-16 code units. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Stated minutes of reading, 1 to 1,440, e.g. `5`. Absent or null: computed from the words. */
  readingTimeMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** The parts of the text in order, at most 200. `[]`: an article without a text as yet. */
  sections: Array<SectionInput>;
  /** The readable end of the article’s address, e.g. `"وصول-السفينة"`: at most 200 UTF-16 code units, without white space and `/ \ ? # %`. Absent or null: made from the title. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** The standfirst, e.g. `"وصلت أول سفينة منذ عام."`: one line of at most 1,000 UTF-16 code units. */
  summary?: InputMaybe<Scalars['String']['input']>;
  /** Names of tags in the order to show, e.g. `["غزة", "اقتصاد"]`: at most 30, each 1 to 100 UTF-16 code units. A tag that is not there yet is made. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The headline, e.g. `"وصول السفينة إلى الميناء"`: one line of 1 to 300 UTF-16 code units. */
  title: Scalars['String']['input'];
};

/** The new article, or everything that is wrong. */
export type CreateArticlePayload = {
  __typename?: 'CreateArticlePayload';
  /** The article as it now stands; null where `userErrors` has entries. */
  article: Maybe<Article>;
  /** All that is wrong, at once; nothing was written then. */
  userErrors: Array<UserError>;
};

/** A new secret link to an article’s newest save. */
export type CreatePreviewLinkInput = {
  /** The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. */
  articleId: Scalars['ID']['input'];
  /** When it stops working, at most 30 days from now; 48 hours from now where it is not sent. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The new link, or everything that is wrong. */
export type CreatePreviewLinkPayload = {
  __typename?: 'CreatePreviewLinkPayload';
  /** The link; null where `userErrors` has entries. */
  link: Maybe<PreviewLink>;
  /** All that is wrong, at once; nothing was written then. */
  userErrors: Array<UserError>;
};

/** What kind of party took a decision about a comment. */
export type DeciderKind =
  /** The author of the comment, who holds its receipt. */
  | 'AUTHOR'
  /** The moderation rules of the site. */
  | 'POLICY'
  /** A person of the OpenID Connect issuer. */
  | 'SUBJECT'
  /** An API token of this service. */
  | 'TOKEN';

/** An article to delete for good, with its revisions, comments and reports. */
export type DeleteArticleInput = {
  /** The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. */
  id: Scalars['ID']['input'];
  /** The `editing.version` that you read: CONFLICT where somebody has changed the article since. */
  version: Scalars['Int']['input'];
};

/** The id of the article that is gone, or what is wrong. */
export type DeleteArticlePayload = {
  __typename?: 'DeleteArticlePayload';
  /** Who came first; only where `userErrors` has the code CONFLICT. */
  conflict: Maybe<EditConflict>;
  /** The deleted article’s `id`; null where `userErrors` has entries. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** All that is wrong, at once; nothing was written then. */
  userErrors: Array<UserError>;
};

/** Which picture file is to be deleted. */
export type DeleteImageFileInput = {
  /** For an ADMIN: delete it even where articles or kept revisions use it, which then stand without a picture. */
  force?: Scalars['Boolean']['input'];
  /** The file’s `id`, e.g. `"file_01j03cqd00fgqbrcr42gqh0k5v"`. */
  id: Scalars['ID']['input'];
};

/** The id of the picture file that is gone, or what is in the way. */
export type DeleteImageFilePayload = {
  __typename?: 'DeleteImageFilePayload';
  /** The id of the deleted file; null where `userErrors` has entries. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** What keeps the file from being deleted. */
  userErrors: Array<UserError>;
};

/** An article whose unpublished saves are given up. */
export type DiscardDraftInput = {
  /** The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. */
  id: Scalars['ID']['input'];
  /** The `editing.version` that you read: CONFLICT where somebody has changed the article since. */
  version: Scalars['Int']['input'];
};

/** The article without its draft, or what is wrong. */
export type DiscardDraftPayload = {
  __typename?: 'DiscardDraftPayload';
  /** The article as it now stands; null where `userErrors` has entries. */
  article: Maybe<Article>;
  /** Who came first; only where `userErrors` has the code CONFLICT. */
  conflict: Maybe<EditConflict>;
  /** All that is wrong, at once; nothing was written then. */
  userErrors: Array<UserError>;
};

/** A new text for a comment of one’s own. */
export type EditCommentInput = {
  /** The whole new text, by the same rules as `AddCommentInput.body`. */
  body: Scalars['String']['input'];
  /** The `receipt` that `addComment` answered. */
  receipt: Scalars['String']['input'];
};

/** The comment as it is after the edit, or everything that is wrong. */
export type EditCommentPayload = {
  __typename?: 'EditCommentPayload';
  /** The comment, also where it now waits for a moderator; null where `userErrors` has entries. */
  comment: Maybe<Comment>;
  /** All that is wrong, at once. */
  userErrors: Array<UserError>;
};

/** The change that came first: what an editor needs to decide how to go on. */
export type EditConflict = {
  __typename?: 'EditConflict';
  /** When it was made. */
  editedAt: Scalars['DateTime']['output'];
  /** Who made that change: a token’s name or an OpenID subject; null where it is not known. */
  editedBy: Maybe<Scalars['String']['output']>;
  /** What both sides changed, e.g. `["title", "sections.section_01j03cqd00fgqbrcr42gqh0k5v"]`; `sections` for their order. Empty where the changes do not touch. */
  fields: Array<Scalars['String']['output']>;
  /** The newest save, whoever made it. */
  theirs: ArticleRevision;
  /** The article’s present `editing.version`: try again with it. */
  version: Scalars['Int']['output'];
};

/** Whose comments are erased. */
export type EraseCommenterInput = {
  /** The address, e.g. `"reader@example.org"`; case does not count. */
  email: Scalars['EmailAddress']['input'];
};

/** How much was erased. */
export type EraseCommenterPayload = {
  __typename?: 'EraseCommenterPayload';
  /** How many comments the address had; 0 where it had none. */
  erasedComments: Scalars['Int']['output'];
  /** Always empty: an unknown address is no error. */
  userErrors: Array<UserError>;
};

/** A picture of an article, with its caption and credit. */
export type Image = Node & {
  __typename?: 'Image';
  /** What the picture shows, for those who cannot see it; the caption where neither the editor nor the file gives an alt. */
  alt: Scalars['String']['output'];
  /** The article that the picture stands in. */
  article: Article;
  /** The caption without the credit, e.g. `"بلينكن التقى في القاهرة الرئيس المصري عبد الفتاح السيسي"`. */
  caption: Maybe<Scalars['String']['output']>;
  /** The copyright notice, as its file says, in the article’s language if it has it. */
  copyright: Maybe<Scalars['String']['output']>;
  /** Who took or made it, as its file says, e.g. `"ليلى حسن"`; several names are parted by commas. */
  creator: Maybe<Scalars['String']['output']>;
  /** Whom the picture is credited to, e.g. `"الأناضول"`. */
  credit: Maybe<Scalars['String']['output']>;
  /** The file that is shown. For editors: null for everybody else, and while the service holds no file. */
  file: Maybe<ImageFile>;
  /** Height in pixels as the picture is shown, turned upright; null where not known. */
  height: Maybe<Scalars['Int']['output']>;
  /** Globally unique id: a TypeID, time-ordered and URL-safe, whose prefix names the type, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. Treat it as opaque. */
  id: Scalars['ID']['output'];
  /** A tiny blurred likeness as a `data:` address of at most 1.5 kB, to show while the picture loads; null while the service holds no file. */
  placeholder: Maybe<Scalars['String']['output']>;
  /** Place among the article’s images, from 0. */
  position: Scalars['Int']['output'];
  /** The section that the picture stands in; null where it stands in none. */
  section: Maybe<Section>;
  /** For `<picture>`: AVIF, WebP and JPEG, each in several widths; empty while the service holds no file. */
  sources: Array<ImageSource>;
  /** Where the picture is served, as wide and in the format and shape that is asked for; a picture that is kept elsewhere is answered as it is. Null while it has neither a file nor an address. */
  url: Maybe<Scalars['URL']['output']>;
  /** Width in pixels as the picture is shown, turned upright; null where not known. */
  width: Maybe<Scalars['Int']['output']>;
};


/** A picture of an article, with its caption and credit. */
export type ImageSourcesArgs = {
  crop?: InputMaybe<ImageCrop>;
  widths?: InputMaybe<Array<Scalars['Int']['input']>>;
};


/** A picture of an article, with its caption and credit. */
export type ImageUrlArgs = {
  crop?: InputMaybe<ImageCrop>;
  format?: InputMaybe<ImageFormat>;
  width?: InputMaybe<Scalars['Int']['input']>;
};

/** To which shape a picture is cut, around its focal point. */
export type ImageCrop =
  /** 4 to 3, for cards. */
  | 'CLASSIC_4_3'
  /** Not at all: the whole picture. */
  | 'NONE'
  /** As wide as high, for avatars and tiles. */
  | 'SQUARE'
  /** 16 to 9, for the head of an article and previews of links. */
  | 'WIDE_16_9';

/** A picture that the service holds: once, by the hash of its bytes, however many articles show it. For editors. */
export type ImageFile = Node & {
  __typename?: 'ImageFile';
  /** Where it is used: the articles of any status that show it, or of which a save does that is kept. The one that was made last comes first. */
  articles: ArticleConnection;
  /** How many bytes were sent. */
  byteLength: Scalars['Int']['output'];
  /** When the service took it in. */
  createdAt: Scalars['DateTime']['output'];
  /** What crops keep in view: the middle, 0.5 and 0.5, until somebody sets it. */
  focalPoint: Point;
  /** Height in pixels as the picture is shown, turned upright. */
  height: Scalars['Int']['output'];
  /** Globally unique id: a TypeID, time-ordered and URL-safe, whose prefix names the type, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. Treat it as opaque. */
  id: Scalars['ID']['output'];
  /** What the file is by its bytes, e.g. `"image/jpeg"`. */
  mediaType: Scalars['String']['output'];
  /** What the file itself says, cleaned. */
  metadata: ImageMetadata;
  /** A tiny blurred likeness as a `data:` address of at most 1.5 kB, to show while the picture loads. */
  placeholder: Scalars['String']['output'];
  /** SHA-256 of the bytes that were sent, in hexadecimal: 64 digits. */
  sha256: Scalars['String']['output'];
  /** Where the picture is served, as wide and in the format and shape that is asked for. */
  url: Scalars['URL']['output'];
  /** Width in pixels as the picture is shown, turned upright. */
  width: Scalars['Int']['output'];
};


/** A picture that the service holds: once, by the hash of its bytes, however many articles show it. For editors. */
export type ImageFileArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A picture that the service holds: once, by the hash of its bytes, however many articles show it. For editors. */
export type ImageFileUrlArgs = {
  crop?: InputMaybe<ImageCrop>;
  format?: InputMaybe<ImageFormat>;
  width?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of picture files (Relay cursor connections). */
export type ImageFileConnection = {
  __typename?: 'ImageFileConnection';
  /** The page, each object with its cursor. */
  edges: Array<ImageFileEdge>;
  /** The page without cursors, for the usual case. */
  nodes: Array<ImageFile>;
  /** Whether there is more, and where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One of the picture files with its place in the list. */
export type ImageFileEdge = {
  __typename?: 'ImageFileEdge';
  /** The place in the list, for `after` and `before`. Opaque: keep it as it is. */
  cursor: Scalars['String']['output'];
  /** The object itself. */
  node: ImageFile;
};

/** In which file format a picture is wanted. */
export type ImageFormat =
  /** AVIF: the smallest, for browsers that announce it. */
  | 'AVIF'
  /** JPEG: every client shows it. */
  | 'JPEG'
  /** The format that the picture was brought in with, made anew: turned upright, and without its place. */
  | 'ORIGINAL'
  /** WebP: smaller, and shown by all current browsers. */
  | 'WEBP';

/** A picture: a file that was uploaded, or a picture that is kept elsewhere. It needs at least one of `fileId`, `url`, `alt` and `caption`. In an update an absent field stays as it was and null clears it. */
export type ImageInput = {
  /** What the picture shows, for those who cannot see it, e.g. `"شارع مغمور بالمياه"`: one line of at most 1,000 UTF-16 code units. Null: the caption stands in. */
  alt?: InputMaybe<Scalars['String']['input']>;
  /** The text below the picture, without the credit, e.g. `"وسط المدينة بعد العاصفة"`: one line of at most 2,000 UTF-16 code units. */
  caption?: InputMaybe<Scalars['String']['input']>;
  /** Whose picture it is, e.g. `"الأناضول"`: one line of at most 300 UTF-16 code units. */
  credit?: InputMaybe<Scalars['String']['input']>;
  /** The `id` of an uploaded file, e.g. `"file_01j03cqd00fgqbrcr42gqh0k5v"`. Null: no file. */
  fileId?: InputMaybe<Scalars['ID']['input']>;
  /** The picture’s height in pixels, 1 to 65,535, e.g. `900`. Null: not known. */
  height?: InputMaybe<Scalars['Int']['input']>;
  /** The `id` of an image of this article, e.g. `"image_01j03cqd00fgqbrcr42gqh0k5v"`: it stays itself wherever it now stands. Without an `id`, an image of which each field that is sent is equal stays itself; otherwise the image is new. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The address of a picture that is kept elsewhere, answered as it is, e.g. `"https://pictures.example/storm.jpg"`: http or https, at most 2,048 UTF-16 code units. An image that has a file too shows the file: send `fileId: null` with the address. */
  url?: InputMaybe<Scalars['URL']['input']>;
  /** The picture’s width in pixels, 1 to 65,535, e.g. `1600`. Null: not known. */
  width?: InputMaybe<Scalars['Int']['input']>;
};

/** What a picture’s file says of itself, cleaned: XMP before IIM before EXIF. What an editor wrote with `updateImageFile` stands in its place. Caption, alt and copyright are in the language of Accept-Language where the file has them in several. */
export type ImageMetadata = {
  __typename?: 'ImageMetadata';
  /** What the picture shows, for those who cannot see it. */
  alt: Maybe<Scalars['String']['output']>;
  /** The caption, without the credit. */
  caption: Maybe<Scalars['String']['output']>;
  /** The copyright notice. */
  copyright: Maybe<Scalars['String']['output']>;
  /** Who took or made it, e.g. `"ليلى حسن"`; several names are parted by commas. */
  creator: Maybe<Scalars['String']['output']>;
  /** Whom it is to be credited to, e.g. `"الأناضول"`. */
  credit: Maybe<Scalars['String']['output']>;
  /** How the picture came about, a term of IPTC, e.g. `"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"`. */
  digitalSourceType: Maybe<Scalars['String']['output']>;
  /** Whether the file that was sent holds the place where it was taken. No rendition has it. */
  hadLocation: Scalars['Boolean']['output'];
  /** Where the rights are told or bought, an http or https address. */
  rightsUrl: Maybe<Scalars['URL']['output']>;
  /** When it was taken; read as UTC where the file states no offset. */
  takenAt: Maybe<Scalars['DateTime']['output']>;
};

/** A picture as one save has it; not an `Image`, so that no cache takes it for one. */
export type ImageSnapshot = {
  __typename?: 'ImageSnapshot';
  /** What the picture shows; the caption where neither the editor nor the file gives an alt. */
  alt: Scalars['String']['output'];
  /** The caption without the credit. */
  caption: Maybe<Scalars['String']['output']>;
  /** Whom it is credited to, e.g. `"الأناضول"`. */
  credit: Maybe<Scalars['String']['output']>;
  /** The `id` of the image: send it to keep the image as it is. */
  imageId: Scalars['ID']['output'];
  /** Where the picture is served; null while it has neither a file nor an address. */
  url: Maybe<Scalars['URL']['output']>;
};


/** A picture as one save has it; not an `Image`, so that no cache takes it for one. */
export type ImageSnapshotUrlArgs = {
  crop?: InputMaybe<ImageCrop>;
  format?: InputMaybe<ImageFormat>;
  width?: InputMaybe<Scalars['Int']['input']>;
};

/** A picture in one format and several widths: a `<source>` of a `<picture>`. */
export type ImageSource = {
  __typename?: 'ImageSource';
  /** For the attribute `srcset`: addresses with their widths, e.g. `"https://…/160-none.avif?v=1 160w, …"`. */
  srcset: Scalars['String']['output'];
  /** The media type, e.g. `"image/avif"`. */
  type: Scalars['String']['output'];
};

/** Tags that are to become one. */
export type MergeTagsInput = {
  /** The `id`s of the tags that are to go, 1 to 100; one that is named twice counts once. */
  from: Array<Scalars['ID']['input']>;
  /** The `id` of the tag that stays, with its name and slug; it is none of `from`. */
  into: Scalars['ID']['input'];
};

/** The tag that stays, or everything that is wrong. */
export type MergeTagsPayload = {
  __typename?: 'MergeTagsPayload';
  /** The tag that stays, with all articles; null where `userErrors` has entries. */
  tag: Maybe<Tag>;
  /** All that is wrong with the input, at once. */
  userErrors: Array<UserError>;
};

/** One decision about many comments: all of them, or none. */
export type ModerateCommentsInput = {
  /** The comments, 1 to 100; one sent twice counts once. */
  comments: Array<ModeratedCommentInput>;
  /** What is decided. */
  decision: ModerationDecision;
  /** Why, for the authors of the comments: plain text, 500 characters at most. They read it in `statusReason` while the comment is refused; readers never do. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The comments as they are after the decision, or everything that is in its way. */
export type ModerateCommentsPayload = {
  __typename?: 'ModerateCommentsPayload';
  /** In the order of `input.comments`; empty where `userErrors` has entries. */
  comments: Array<Comment>;
  /** What keeps the decision from being taken; the path leads to the comment’s place in `input.comments`. None was decided about then. */
  userErrors: Array<UserError>;
};

/** A comment to decide about, as the moderator read it. */
export type ModeratedCommentInput = {
  /** The comment’s `id`, e.g. `"comment_01j03cqd00fgqbrcr42gqh0k5v"`. */
  id: Scalars['ID']['input'];
  /** The `ModerationItem.revision` that the moderator read: CONFLICT where the author has edited the text since. */
  revision: Scalars['Int']['input'];
};

/** A page of comments to moderate (Relay cursor connections). */
export type ModerationConnection = {
  __typename?: 'ModerationConnection';
  /** The page, each object with its cursor. */
  edges: Array<ModerationEdge>;
  /** The page without cursors, for the usual case. */
  nodes: Array<ModerationItem>;
  /** Whether there is more, and where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** What a moderator decides about a comment. */
export type ModerationDecision =
  /** It becomes public. */
  | 'APPROVE'
  /** It is refused, or hidden again. */
  | 'REJECT'
  /** It is refused as advertising, and its author loses trust. */
  | 'SPAM';

/** One of the comments to moderate with its place in the list. */
export type ModerationEdge = {
  __typename?: 'ModerationEdge';
  /** The place in the list, for `after` and `before`. Opaque: keep it as it is. */
  cursor: Scalars['String']['output'];
  /** The object itself. */
  node: ModerationItem;
};

/** One decision about a comment. */
export type ModerationEvent = {
  __typename?: 'ModerationEvent';
  /** When it was decided. */
  at: Scalars['DateTime']['output'];
  /** Who decided: the name of a token or of an OpenID Connect subject, `policy` for the rules, `author` for who holds the receipt. */
  by: Scalars['String']['output'];
  /** What kind of party `by` names, since a token may be named `policy`, too. */
  byKind: DeciderKind;
  /** What the moderator wrote for the author; null for nothing. */
  reason: Maybe<Scalars['String']['output']>;
  /** What the comment became, or stayed. */
  status: CommentStatus;
};

/** Which comments to list. Where neither `status` nor `reported` is sent: those that wait for a decision, held ones and ones reported since the last decision. */
export type ModerationFilter = {
  /** Only comments on this article, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. */
  articleId?: InputMaybe<Scalars['ID']['input']>;
  /** Only comments of this address, e.g. `"reader@example.org"`; case does not count. */
  authorEmail?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Only ones sent then or later. */
  createdAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only ones sent before then. */
  createdBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only comments with undecided reports, or only comments without. */
  reported?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only these statuses, whether they were reported or not. */
  status?: InputMaybe<Array<CommentStatus>>;
};

/** What one phase of moderation holds against a comment. */
export type ModerationFinding = {
  __typename?: 'ModerationFinding';
  /** The text that `range` is a part of; null where it is about no text. */
  field: Maybe<CommentField>;
  /** The phase that found it, e.g. `"words"`. */
  phase: Scalars['String']['output'];
  /** The place in the text that `field` names; null where it is about no place. */
  range: Maybe<TextRange>;
  /** What was found, for a person: Arabic or English by Accept-Language. */
  reason: Scalars['String']['output'];
  /** Which state of the rules found it: the file’s `version`, or a hash of it. */
  ruleVersion: Scalars['String']['output'];
  /** What it alone would make of the comment; the strictest finding decides. */
  verdict: CommentStatus;
};

/** A comment with what only moderators see. It hangs off no other type, so that no query on Comment reaches it. */
export type ModerationItem = {
  __typename?: 'ModerationItem';
  /** The address that its author gave, e.g. `"reader@example.org"`; null once the comment was withdrawn or erased. */
  authorEmail: Maybe<Scalars['EmailAddress']['output']>;
  /** The comment, whatever its status. */
  comment: Comment;
  /** All that each phase found in the comment as it stands, whatever the outcome, in the order of the phases. */
  findings: Array<ModerationFinding>;
  /** Who decided what and when, the oldest first; `policy` is the first of all. */
  history: Array<ModerationEvent>;
  /** What readers reported, the oldest first; decided ones too. */
  reports: Array<CommentReport>;
  /** The revision of its text: 0 as it was sent, one more with each edit. `moderateComments` takes it, so that no decision is about a text that was not read. */
  revision: Scalars['Int']['output'];
};

/** What rules would have done to past comments; nothing was changed. */
export type ModerationReplay = {
  __typename?: 'ModerationReplay';
  /** How many comments were looked at. */
  commentCount: Scalars['Int']['output'];
  /** False where there are more comments since the instant than were looked at. */
  isComplete: Scalars['Boolean']['output'];
  /** Each pair of statuses that occurs. */
  outcomes: Array<ReplayOutcome>;
  /** The `version` of the rules, or a hash of them. */
  ruleVersion: Scalars['String']['output'];
};

/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Adds a reader’s comment. Safe to retry with the same `idempotencyKey`; once answered, it outlives a power cut. */
  addComment: AddCommentPayload;
  /** Takes an article off the site and deletes nothing; editors still see it. */
  archiveArticle: ArchiveArticlePayload;
  /** Takes back what is planned: a publication, the publication of a draft, an unpublication. */
  cancelSchedule: CancelSchedulePayload;
  /** Creates an article as a draft, which editors alone see. Safe to retry with the same `idempotencyKey`. */
  createArticle: CreateArticlePayload;
  /** Creates a secret link to the article’s newest save, for somebody without a token of the service. */
  createPreviewLink: CreatePreviewLinkPayload;
  /** Deletes an article for good, with its revisions, comments and reports: for what the law wants gone. To take one off the site, use `archiveArticle`. */
  deleteArticle: DeleteArticlePayload;
  /** Deletes a picture file with its renditions. `CONFLICT` while an article or a kept revision uses it, unless an ADMIN forces it. */
  deleteImageFile: DeleteImageFilePayload;
  /** Goes back to the save that readers see, or are to see. The saves since stay in `editing.revisions`. */
  discardDraft: DiscardDraftPayload;
  /** Replaces the text of a comment of one’s own, within the site’s editing window (15 minutes unless its rules say otherwise). The new text passes moderation again. */
  editComment: EditCommentPayload;
  /** Erases the name, the e-mail address and the text of all comments of an address, for good. A notice stands in place of each, so that threads stay whole. */
  eraseCommenter: EraseCommenterPayload;
  /** Makes one tag of several. Their articles go over, each tag in its place; their slugs and names lead to the tag that stays. */
  mergeTags: MergeTagsPayload;
  /** Decides about up to 100 comments at once: all of them, or none. Each decision is stored with who made it. */
  moderateComments: ModerateCommentsPayload;
  /** Publishes the newest save, now or at a future moment; also the draft of an article that is public, and an archived article. */
  publishArticle: PublishArticlePayload;
  /** Gives a tag another name. Its former slug goes on leading to it, and its former name in an article’s `tags` means it. */
  renameTag: RenameTagPayload;
  /** Puts a public comment before the moderators; nothing that readers see changes. */
  reportComment: ReportCommentPayload;
  /** Saves what an earlier revision says as the newest save. */
  restoreRevision: RestoreRevisionPayload;
  /** Makes every preview link of an article stop working at once. */
  revokePreviewLinks: RevokePreviewLinksPayload;
  /** Lets readers comment on an article, or no longer; comments that are there stay. The site’s rules may close it all the same, by its age. */
  setCommentsOpen: SetCommentsOpenPayload;
  /** Makes an article a draft again, now or at a future moment; also an archived one. */
  unpublishArticle: UnpublishArticlePayload;
  /** Saves an edit. What is not sent stays, null clears. Readers of a published article see the save once it is published. */
  updateArticle: UpdateArticlePayload;
  /** Changes what crops of a picture keep in view, at once wherever it is shown, and its `alt`, `caption` and `credit`, which stand where an article gives none of its own. An article copies these texts when it is saved: a published article keeps the earlier ones until it is saved again and published. */
  updateImageFile: UpdateImageFilePayload;
  /** Takes a comment of one’s own back, at any time: its name, text and e-mail address are gone for good, a notice stands in its place, and the replies stay. */
  withdrawComment: WithdrawCommentPayload;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationAddCommentArgs = {
  input: AddCommentInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationArchiveArticleArgs = {
  input: ArchiveArticleInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationCancelScheduleArgs = {
  input: CancelScheduleInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationCreateArticleArgs = {
  input: CreateArticleInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationCreatePreviewLinkArgs = {
  input: CreatePreviewLinkInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationDeleteArticleArgs = {
  input: DeleteArticleInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationDeleteImageFileArgs = {
  input: DeleteImageFileInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationDiscardDraftArgs = {
  input: DiscardDraftInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationEditCommentArgs = {
  input: EditCommentInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationEraseCommenterArgs = {
  input: EraseCommenterInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationMergeTagsArgs = {
  input: MergeTagsInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationModerateCommentsArgs = {
  input: ModerateCommentsInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationPublishArticleArgs = {
  input: PublishArticleInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationRenameTagArgs = {
  input: RenameTagInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationReportCommentArgs = {
  input: ReportCommentInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationRestoreRevisionArgs = {
  input: RestoreRevisionInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationRevokePreviewLinksArgs = {
  input: RevokePreviewLinksInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationSetCommentsOpenArgs = {
  input: SetCommentsOpenInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationUnpublishArticleArgs = {
  input: UnpublishArticleInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationUpdateArticleArgs = {
  input: UpdateArticleInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationUpdateImageFileArgs = {
  input: UpdateImageFileInput;
};


/** What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`. */
export type MutationWithdrawCommentArgs = {
  input: WithdrawCommentInput;
};

/** An object that can be fetched again, with `node` or `nodes`, by its globally unique, opaque id. */
export type Node = {
  /** Globally unique id: a TypeID, time-ordered and URL-safe, whose prefix names the type, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. Treat it as opaque. */
  id: Scalars['ID']['output'];
};

/** Where a page stands in its list (Relay cursor connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last object; null on an empty page. For `after`. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** Whether there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first object; null on an empty page. For `before`. */
  startCursor: Maybe<Scalars['String']['output']>;
};

/** A place in a picture, as shares of its width and height. */
export type Point = {
  __typename?: 'Point';
  /** From the left edge, 0, to the right edge, 1. */
  x: Scalars['Float']['output'];
  /** From the upper edge, 0, to the lower edge, 1. */
  y: Scalars['Float']['output'];
};

/** A place in a picture, as shares of its width and height. */
export type PointInput = {
  /** From the left edge, 0, to the right edge, 1. */
  x: Scalars['Float']['input'];
  /** From the upper edge, 0, to the lower edge, 1. */
  y: Scalars['Float']['input'];
};

/** A secret link: whoever has it reads the article’s newest save until it expires. */
export type PreviewLink = {
  __typename?: 'PreviewLink';
  /** When it stops working. */
  expiresAt: Scalars['DateTime']['output'];
  /** For `previewArticle`. It is shown this once: the service stores only its hash. */
  token: Scalars['String']['output'];
  /** The page that shows it: PREVIEW_URL with the token in it. */
  url: Scalars['URL']['output'];
};

/** The publication of an article’s newest save. */
export type PublishArticleInput = {
  /** When, e.g. `"2024-06-12T05:00:00Z"`; now where it is not sent. Exactly this save is published then, whatever is saved meanwhile. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. */
  id: Scalars['ID']['input'];
  /** The `editing.version` that you read: CONFLICT where somebody has changed the article since. */
  version: Scalars['Int']['input'];
};

/** The article that is published or scheduled, or what is wrong. */
export type PublishArticlePayload = {
  __typename?: 'PublishArticlePayload';
  /** The article as it now stands; null where `userErrors` has entries. */
  article: Maybe<Article>;
  /** Who came first; only where `userErrors` has the code CONFLICT. */
  conflict: Maybe<EditConflict>;
  /** All that is wrong, at once; nothing was written then. */
  userErrors: Array<UserError>;
};

/** What can be asked for. Nothing is changed by it, so it is sent with POST or GET. */
export type Query = {
  __typename?: 'Query';
  /** The article of a slug or an id, of which one is sent; null where there is none that you may see. */
  article: Maybe<Article>;
  /** Articles by their publication: a front page, an author’s page, an archive. */
  articles: ArticleConnection;
  /** An author’s own comment, whatever its status; null for a receipt that the service does not know. Send the receipt in variables, by POST: addresses are written to logs. */
  commentByReceipt: Maybe<Comment>;
  /** The picture file of an id or a hash, of which one is sent; null where there is none. Ask by hash before an upload: a picture that is here need not be sent again. */
  imageFile: Maybe<ImageFile>;
  /** The picture files that the service holds, the newest first. */
  imageFiles: ImageFileConnection;
  /** Comments that wait for a moderator: held ones, and ones reported since the last decision; with a filter, any others. */
  moderationQueue: ModerationConnection;
  /** The object of an id; null where there is none that you may see. */
  node: Maybe<Node>;
  /** The objects of up to 100 ids, in the order asked; null for each that you may not see. */
  nodes: Array<Maybe<Node>>;
  /** An article’s newest save, by the token of a preview link; null once the link has expired or was revoked. The answer is stored by no cache. */
  previewArticle: Maybe<ArticleRevision>;
  /** What these rules would have done to the comments since an instant: counts and examples. Changes nothing; looks at 10,000 comments at most (`maqal moderation replay` at all). The external service is not asked. */
  replayModeration: ModerationReplay;
  /** The articles that a query means, the best first: Arabic in any spelling, with or without hamzas, vowels and the article ال. */
  searchArticles: ArticleSearchConnection;
  /** The tag of a slug, a former slug included; null where there is none that you may see. Marks, tatweel and case do not count, and where no tag is spelt so, neither do hamzas and ة: `"غزه"` finds غزة. */
  tag: Maybe<Tag>;
  /** Tags, the most used first or by name; to readers those alone that a published article has. */
  tags: TagConnection;
  /** Who you are to the service. */
  viewer: Viewer;
};


/** What can be asked for. Nothing is changed by it, so it is sent with POST or GET. */
export type QueryArticleArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked for. Nothing is changed by it, so it is sent with POST or GET. */
export type QueryArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArticleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: ArticleOrder;
};


/** What can be asked for. Nothing is changed by it, so it is sent with POST or GET. */
export type QueryCommentByReceiptArgs = {
  receipt: Scalars['String']['input'];
};


/** What can be asked for. Nothing is changed by it, so it is sent with POST or GET. */
export type QueryImageFileArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  sha256?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked for. Nothing is changed by it, so it is sent with POST or GET. */
export type QueryImageFilesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  query?: InputMaybe<Scalars['String']['input']>;
  unused?: InputMaybe<Scalars['Boolean']['input']>;
};


/** What can be asked for. Nothing is changed by it, so it is sent with POST or GET. */
export type QueryModerationQueueArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ModerationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: CommentOrder;
};


/** What can be asked for. Nothing is changed by it, so it is sent with POST or GET. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked for. Nothing is changed by it, so it is sent with POST or GET. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** What can be asked for. Nothing is changed by it, so it is sent with POST or GET. */
export type QueryPreviewArticleArgs = {
  token: Scalars['String']['input'];
};


/** What can be asked for. Nothing is changed by it, so it is sent with POST or GET. */
export type QueryReplayModerationArgs = {
  rules: Scalars['String']['input'];
  since: Scalars['DateTime']['input'];
};


/** What can be asked for. Nothing is changed by it, so it is sent with POST or GET. */
export type QuerySearchArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArticleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
};


/** What can be asked for. Nothing is changed by it, so it is sent with POST or GET. */
export type QueryTagArgs = {
  slug: Scalars['String']['input'];
};


/** What can be asked for. Nothing is changed by it, so it is sent with POST or GET. */
export type QueryTagsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: TagOrder;
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** A tag and what it is to be called. */
export type RenameTagInput = {
  /** The tag’s `id`, e.g. `"tag_01j03cqd00fgqbrcr42gqh0k5v"`. */
  id: Scalars['ID']['input'];
  /** The new name, e.g. `"قطاع غزة"`: 1 to 100 characters, a letter or a digit among them. The name of another tag is refused: merge the two. */
  name: Scalars['String']['input'];
  /** The new slug, e.g. `"قطاع-غزة"`, at most 80 characters. Where it is not sent, or null, the slug follows from the name, with a number behind it where another tag has it. */
  slug?: InputMaybe<Scalars['String']['input']>;
};

/** The tag after the change, or everything that is wrong. */
export type RenameTagPayload = {
  __typename?: 'RenameTagPayload';
  /** The tag; null where `userErrors` has entries. */
  tag: Maybe<Tag>;
  /** All that is wrong with the input, at once. */
  userErrors: Array<UserError>;
};

/** A comment that the rules would treat otherwise. */
export type ReplayExample = {
  __typename?: 'ReplayExample';
  /** The comment as it is. */
  comment: Comment;
  /** What the rules hold against it. */
  findings: Array<ModerationFinding>;
};

/** How many comments stand as one status and would come to another. */
export type ReplayOutcome = {
  __typename?: 'ReplayOutcome';
  /** What the rules would have made of them. */
  after: CommentStatus;
  /** What the comments are. */
  before: CommentStatus;
  /** How many comments. */
  count: Scalars['Int']['output'];
  /** The first ten; none where nothing would change. */
  examples: Array<ReplayExample>;
};

/** A report of a comment. */
export type ReportCommentInput = {
  /** The comment’s `id`. */
  commentId: Scalars['ID']['input'];
  /** What moderators should know: plain text, 500 characters at most. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Why it is reported. */
  reason: ReportReason;
};

/** The comment that was reported, or what is wrong with the report. */
export type ReportCommentPayload = {
  __typename?: 'ReportCommentPayload';
  /** The comment, also for a second report from the same address on the same day, which changes nothing; null where `userErrors` has entries. */
  comment: Maybe<Comment>;
  /** All that is wrong with the input, at once. */
  userErrors: Array<UserError>;
};

/** Why a reader reports a comment. */
export type ReportReason =
  /** Insults, threats or hatred. */
  | 'ABUSE'
  /** Nothing to do with the article. */
  | 'OFF_TOPIC'
  /** Something else: say it in the note. */
  | 'OTHER'
  /** Advertising, or the same text everywhere. */
  | 'SPAM';

/** An earlier save that becomes the newest again. */
export type RestoreRevisionInput = {
  /** The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. */
  id: Scalars['ID']['input'];
  /** The `version` of one of the article’s `editing.revisions`. */
  revision: Scalars['Int']['input'];
  /** The `editing.version` that you read: CONFLICT where somebody has changed the article since. */
  version: Scalars['Int']['input'];
};

/** The article with the earlier save as its newest, or what is wrong. */
export type RestoreRevisionPayload = {
  __typename?: 'RestoreRevisionPayload';
  /** The article as it now stands; null where `userErrors` has entries. */
  article: Maybe<Article>;
  /** Who came first; only where `userErrors` has the code CONFLICT. */
  conflict: Maybe<EditConflict>;
  /** All that is wrong, at once; nothing was written then. */
  userErrors: Array<UserError>;
};

/** An article whose preview links are all to stop working. */
export type RevokePreviewLinksInput = {
  /** The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. */
  articleId: Scalars['ID']['input'];
};

/** How many links have stopped working. */
export type RevokePreviewLinksPayload = {
  __typename?: 'RevokePreviewLinksPayload';
  /** How many links worked until now. */
  revokedCount: Scalars['Int']['output'];
  /** All that is wrong, at once; nothing was written then. */
  userErrors: Array<UserError>;
};

/** What a caller may do. Each role includes the ones before it. */
export type Role =
  /** Deletes articles and pictures that are in use, erases commenters. */
  | 'ADMIN'
  /** Writes, publishes and archives articles, and sees those that readers do not. */
  | 'EDITOR'
  /** Decides which comments are public. */
  | 'MODERATOR'
  /** Reads public content and comments on it. Every caller without a token is a READER. */
  | 'READER';

/** The part of an article in which words were found. */
export type SearchField =
  /** One of `Section.paragraphs`. */
  | 'BODY'
  /** An `Image.caption`. */
  | 'CAPTION'
  /** A `Section.heading`. */
  | 'HEADING'
  /** `Article.summary`. */
  | 'SUMMARY'
  /** `Article.title`. */
  | 'TITLE';

/** A text of the article with the words in it that were found: mark the ranges, no HTML is sent. */
export type SearchHighlight = {
  __typename?: 'SearchHighlight';
  /** The part that the text is of. */
  field: SearchField;
  /** The words that were found, in order: whole words in whole letters, never empty. */
  ranges: Array<TextRange>;
  /** The text as the article has it, with all its marks. */
  text: Scalars['String']['output'];
};

/** A part of an article: its heading and what stands under it. */
export type Section = Node & {
  __typename?: 'Section';
  /** The article that this is a part of. */
  article: Article;
  /** The whole section but its heading, in the form that is asked for. */
  body: Scalars['String']['output'];
  /** The heading, e.g. `"زيارة القاهرة"`; null for the opening section. */
  heading: Maybe<Scalars['String']['output']>;
  /** Globally unique id: a TypeID, time-ordered and URL-safe, whose prefix names the type, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. Treat it as opaque. */
  id: Scalars['ID']['output'];
  /** The images placed in this section, by position. */
  images: Array<Image>;
  /** Plain text, a paragraph each, in reading order. */
  paragraphs: Array<Scalars['String']['output']>;
  /** Place in the article, from 0. */
  position: Scalars['Int']['output'];
};


/** A part of an article: its heading and what stands under it. */
export type SectionBodyArgs = {
  format?: TextFormat;
};

/** A part of the text. In an update an absent field stays as it was; null clears the heading. */
export type SectionInput = {
  /** The text in CommonMark, e.g. `"وصلت *السفينة* إلى [الميناء](https://example.org)."`: at most 200,000 UTF-16 code units, and 1,000,000 bytes of UTF-8 for all texts of an article. Raw HTML and images are refused: pictures go into `images`. Headings within it are moved down so that the highest is level 3. Empty only where the section has a heading or images. */
  body: Scalars['String']['input'];
  /** The heading, e.g. `"ردود الفعل"`: one line of at most 300 UTF-16 code units. Null: none, as usual for the opening section. */
  heading?: InputMaybe<Scalars['String']['input']>;
  /** The `id` of a section of this article, e.g. `"section_01j03cqd00fgqbrcr42gqh0k5v"`: it stays itself wherever it now stands. Without an `id`, a section with an equal body and heading stays itself; otherwise the section is new. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The whole new list of the section’s images, at most 50. `[]`: none. */
  images?: InputMaybe<Array<ImageInput>>;
};

/** A section as one save has it; not a `Section`, so that no cache takes it for one. */
export type SectionSnapshot = {
  __typename?: 'SectionSnapshot';
  /** The whole section but its heading, in the form that is asked for. */
  body: Scalars['String']['output'];
  /** The heading; null where it has none. */
  heading: Maybe<Scalars['String']['output']>;
  /** The pictures placed in this section, in order. */
  images: Array<ImageSnapshot>;
  /** Plain text, a paragraph each, in reading order. */
  paragraphs: Array<Scalars['String']['output']>;
  /** The `id` of the section: send it to keep the section itself, wherever it then stands. */
  sectionId: Scalars['ID']['output'];
};


/** A section as one save has it; not a `Section`, so that no cache takes it for one. */
export type SectionSnapshotBodyArgs = {
  format?: TextFormat;
};

/** Whether an article is to take comments. */
export type SetCommentsOpenInput = {
  /** The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. */
  articleId: Scalars['ID']['input'];
  /** True to take comments, false to close the article. */
  open: Scalars['Boolean']['input'];
};

/** The article after the change, or everything that is wrong. */
export type SetCommentsOpenPayload = {
  __typename?: 'SetCommentsOpenPayload';
  /** The article; null where `userErrors` has entries. */
  article: Maybe<Article>;
  /** All that is wrong, at once. */
  userErrors: Array<UserError>;
};

/** A ready address that shares the article: put it behind a button, no script needed. */
export type ShareLink = {
  __typename?: 'ShareLink';
  /** Where it shares. */
  network: ShareNetwork;
  /** Opens the network’s own form with the headline and address filled in. */
  url: Scalars['URL']['output'];
};

/** Where a reader can share an article. */
export type ShareNetwork =
  /** A message in the reader’s own mail program. */
  | 'EMAIL'
  /** Facebook’s share dialogue. */
  | 'FACEBOOK'
  /** A post on LinkedIn. */
  | 'LINKEDIN'
  /** A Telegram message. */
  | 'TELEGRAM'
  /** A WhatsApp message. */
  | 'WHATSAPP'
  /** A post on X (formerly Twitter). */
  | 'X';

/** Events as they happen, for as long as the connection is open. */
export type Subscription = {
  __typename?: 'Subscription';
  /** Each comment of an article, replies too, as it becomes public. An article that is not there, or not for you, is silent. */
  commentAdded: Comment;
  /** Each public comment of an article, replies too, as it is edited, withdrawn or taken away. An article that is not there, or not for you, is silent. */
  commentChanged: CommentChange;
  /** For moderators: each comment as it comes to wait for a decision, on whatever article, with what was found in it. */
  commentQueued: ModerationItem;
};


/** Events as they happen, for as long as the connection is open. */
export type SubscriptionCommentAddedArgs = {
  articleId: Scalars['ID']['input'];
};


/** Events as they happen, for as long as the connection is open. */
export type SubscriptionCommentChangedArgs = {
  articleId: Scalars['ID']['input'];
};

/** What articles are about, e.g. a place, a person or a subject. It is made by its first use on an article. Readers see those that a published article has. */
export type Tag = Node & {
  __typename?: 'Tag';
  /** How many published articles have the tag: the `totalCount` of its `articles`. */
  articleCount: Scalars['Int']['output'];
  /** The published articles that have the tag, the newest first. */
  articles: ArticleConnection;
  /** Globally unique id: a TypeID, time-ordered and URL-safe, whose prefix names the type, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. Treat it as opaque. */
  id: Scalars['ID']['output'];
  /** The name as it was first written, e.g. `"غزة"`. */
  name: Scalars['String']['output'];
  /** Unique name in the address of its page, in Unicode letters, e.g. `"كأس-العالم"`. Former slugs find it too. */
  slug: Scalars['String']['output'];
};


/** What articles are about, e.g. a place, a person or a subject. It is made by its first use on an article. Readers see those that a published article has. */
export type TagArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of tags (Relay cursor connections). */
export type TagConnection = {
  __typename?: 'TagConnection';
  /** The page, each object with its cursor. */
  edges: Array<TagEdge>;
  /** The page without cursors, for the usual case. */
  nodes: Array<Tag>;
  /** Whether there is more, and where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One of the tags with its place in the list. */
export type TagEdge = {
  __typename?: 'TagEdge';
  /** The place in the list, for `after` and `before`. Opaque: keep it as it is. */
  cursor: Scalars['String']['output'];
  /** The object itself. */
  node: Tag;
};

/** In which order a list of tags runs. */
export type TagOrder =
  /** The most used first, as in a cloud of tags. */
  | 'ARTICLES_DESC'
  /** By name, from أ to ي: marks, hamzas and case do not count. Digits and Latin letters come first. */
  | 'NAME_ASC';

/** Which way a text runs, for the `dir` attribute of a page. */
export type TextDirection =
  /** From left to right, e.g. English. */
  | 'LTR'
  /** From right to left, e.g. Arabic. */
  | 'RTL';

/** In which form a body is wanted. */
export type TextFormat =
  /** Sanitized HTML, rendered when the article was written. */
  | 'HTML'
  /** CommonMark, the form in which texts are written and stored. */
  | 'MARKDOWN'
  /** Plain text, paragraphs parted by an empty line. */
  | 'TEXT';

/** Half-open range [start, end) in UTF-16 code units of the text beside it, as JavaScript counts. */
export type TextRange = {
  __typename?: 'TextRange';
  /** Where it ends: the first place behind it. */
  end: Scalars['Int']['output'];
  /** Where it starts, from 0. */
  start: Scalars['Int']['output'];
};

/** An article that readers are no longer to see. */
export type UnpublishArticleInput = {
  /** When, e.g. `"2024-07-01T00:00:00Z"`; now where it is not sent. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. */
  id: Scalars['ID']['input'];
  /** The `editing.version` that you read: CONFLICT where somebody has changed the article since. */
  version: Scalars['Int']['input'];
};

/** The article that readers no longer see, now or from the moment on, or what is wrong. */
export type UnpublishArticlePayload = {
  __typename?: 'UnpublishArticlePayload';
  /** The article as it now stands; null where `userErrors` has entries. */
  article: Maybe<Article>;
  /** Who came first; only where `userErrors` has the code CONFLICT. */
  conflict: Maybe<EditConflict>;
  /** All that is wrong, at once; nothing was written then. */
  userErrors: Array<UserError>;
};

/** A save. An absent field stays as it was. Null clears what may be empty; for `title`, `slug`, `locale`, `tags` and `sections` it is an error. `[]` empties a list. */
export type UpdateArticleInput = {
  /** Who wrote it, e.g. `"فريق التحرير"`: one line of at most 300 UTF-16 code units. */
  byline?: InputMaybe<Scalars['String']['input']>;
  /** What was wrong, for readers, e.g. `"ذُكر اسم الوزير خطأ في نسخة سابقة."`: plain text of at most 2,000 UTF-16 code units, with line breaks. */
  correction?: InputMaybe<Scalars['String']['input']>;
  /** The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`. */
  id: Scalars['ID']['input'];
  /** A picture that stands before the text. Null: none. */
  leadImage?: InputMaybe<ImageInput>;
  /** The language of the text, e.g. `"ar"`. Never null. */
  locale?: InputMaybe<Scalars['Locale']['input']>;
  /** A note about this save for other editors, e.g. `"fixed a name"`: one line of at most 500 UTF-16 code units. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** What happens where somebody else saved since `version`. */
  onConflict?: ConflictChoice;
  /** Corrects the date of an article that is published, never into the future, e.g. `"2024-06-11T09:00:00Z"`. Null: the date is the one of its publication again. */
  publishedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Stated minutes of reading, 1 to 1,440, e.g. `5`. Null: computed from the words. */
  readingTimeMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** The whole new list of the parts of the text, at most 200. `[]`: no text. Never null. */
  sections?: InputMaybe<Array<SectionInput>>;
  /** The readable end of the article’s address, e.g. `"وصول-السفينة"`: at most 200 UTF-16 code units, without white space and `/ \ ? # %`. Never null; a new title does not change it. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** The standfirst, e.g. `"وصلت أول سفينة منذ عام."`: one line of at most 1,000 UTF-16 code units. */
  summary?: InputMaybe<Scalars['String']['input']>;
  /** The whole new list of tags’ names in the order to show, e.g. `["غزة", "اقتصاد"]`: at most 30, each 1 to 100 UTF-16 code units. `[]`: none. Never null. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The headline, e.g. `"وصول السفينة إلى الميناء"`: one line of 1 to 300 UTF-16 code units. Never null. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** The `editing.version` that the editor began from, e.g. `3`. */
  version: Scalars['Int']['input'];
};

/** The article with the new save, or everything that is wrong. */
export type UpdateArticlePayload = {
  __typename?: 'UpdateArticlePayload';
  /** The article as it now stands; null where `userErrors` has entries. */
  article: Maybe<Article>;
  /** Who came first; only where `userErrors` has the code CONFLICT. */
  conflict: Maybe<EditConflict>;
  /** All that is wrong, at once; nothing was written then. */
  userErrors: Array<UserError>;
};

/** What is to change of a picture file. What is absent stays; null is cleared, so that the file’s own words, or the middle, count again. */
export type UpdateImageFileInput = {
  /** What the picture shows, in place of the file’s own words; 1000 characters at most. */
  alt?: InputMaybe<Scalars['String']['input']>;
  /** The caption in place of the file’s own, without the credit; 2000 characters at most. */
  caption?: InputMaybe<Scalars['String']['input']>;
  /** Whom to credit in place of whom the file names, e.g. `"الأناضول"`; 300 characters at most. */
  credit?: InputMaybe<Scalars['String']['input']>;
  /** What crops keep in view, e.g. a face; the middle where nobody has set it. */
  focalPoint?: InputMaybe<PointInput>;
  /** The file’s `id`, e.g. `"file_01j03cqd00fgqbrcr42gqh0k5v"`. */
  id: Scalars['ID']['input'];
};

/** The picture file as it is now, or what is wrong with the input. */
export type UpdateImageFilePayload = {
  __typename?: 'UpdateImageFilePayload';
  /** The file; null where `userErrors` has entries. */
  file: Maybe<ImageFile>;
  /** All that is wrong with the input, at once. */
  userErrors: Array<UserError>;
};

/** One thing that is wrong with the arguments. All of them come back at once, and nothing was written. */
export type UserError = {
  __typename?: 'UserError';
  /** What is wrong, for a program. */
  code: UserErrorCode;
  /** The path into the arguments, e.g. `["input", "authorEmail"]`. */
  field: Array<Scalars['String']['output']>;
  /** What is wrong and what would be right, for a person: Arabic or English by Accept-Language. */
  message: Scalars['String']['output'];
};

/** What is wrong with an argument, for a program to decide by. */
export type UserErrorCode =
  /** The article takes no comments, or no longer; or the time for editing a comment has ended. */
  | 'CLOSED'
  /** It contradicts what is there: another version, or an idempotency key used for other input. */
  | 'CONFLICT'
  /** The same thing is there already. */
  | 'DUPLICATE'
  /** Not of the form that is needed; the message says which. */
  | 'INVALID'
  /** The object that the id names is not there, or not for you. */
  | 'NOT_FOUND'
  /** Nothing was sent, or nothing but white space. */
  | 'REQUIRED'
  /** The thread is as deep as threads go; reply to its parent instead. */
  | 'TOO_DEEP'
  /** A file larger than the service takes. */
  | 'TOO_LARGE'
  /** More characters than allowed; the message names the limit. */
  | 'TOO_LONG'
  /** Fewer characters than needed; the message names the limit. */
  | 'TOO_SHORT'
  /** A file of a type that the service does not take. */
  | 'UNSUPPORTED_TYPE';

/** Who asks, and what that lets them do. */
export type Viewer = {
  __typename?: 'Viewer';
  /** The role of this request: READER where no token is sent. */
  role: Role;
  /** The name that the token was given when it was made, e.g. `"desk"`, or who an OpenID Connect token stands for; null where none was sent. */
  tokenName: Maybe<Scalars['String']['output']>;
};

/** The withdrawal of a comment of one’s own. */
export type WithdrawCommentInput = {
  /** The `receipt` that `addComment` answered. */
  receipt: Scalars['String']['input'];
};

/** The comment as it is after the withdrawal, or what is wrong. */
export type WithdrawCommentPayload = {
  __typename?: 'WithdrawCommentPayload';
  /** The comment with the notice that now stands in its place, also where it was withdrawn before; null where `userErrors` has entries. */
  comment: Maybe<Comment>;
  /** What is wrong; empty where it is withdrawn. */
  userErrors: Array<UserError>;
};

export type AddCommentMutationVariables = Exact<{
  input: AddCommentInput;
}>;


export type AddCommentMutation = { __typename?: 'Mutation', addComment: { __typename?: 'AddCommentPayload', receipt: string | null, alreadyAdded: boolean, comment: { __typename?: 'Comment', id: string, authorName: string, body: string, status: CommentStatus, statusReason: string | null, createdAt: string, article: { __typename?: 'Article', id: string, commentCount: number } } | null, commentEdge: { __typename?: 'CommentEdge', cursor: string, node: { __typename?: 'Comment', id: string, authorName: string, body: string, createdAt: string, replyCount: number } } | null, userErrors: Array<{ __typename?: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ArchiveArticleMutationVariables = Exact<{
  input: ArchiveArticleInput;
}>;


export type ArchiveArticleMutation = { __typename?: 'Mutation', archiveArticle: { __typename?: 'ArchiveArticlePayload', article: { __typename?: 'Article', id: string, status: ArticleStatus, publishedAt: string | null, editing: { __typename?: 'ArticleEditing', version: number, scheduledAt: string | null, unpublishAt: string | null } | null } | null, userErrors: Array<{ __typename?: 'UserError', code: UserErrorCode, field: Array<string>, message: string }>, conflict: { __typename?: 'EditConflict', version: number, editedBy: string | null, editedAt: string, fields: Array<string>, theirs: { __typename?: 'ArticleRevision', id: string, version: number, title: string } } | null } };

export type ArticleBodyQueryVariables = Exact<{
  slug: Scalars['String']['input'];
  format?: TextFormat;
}>;


export type ArticleBodyQuery = { __typename?: 'Query', article: { __typename?: 'Article', id: string, title: string, byline: string | null, body: string, wordCount: number } | null };

export type ArticleCommentsQueryVariables = Exact<{
  articleId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  orderBy?: CommentOrder;
}>;


export type ArticleCommentsQuery = { __typename?: 'Query', node:
    | { __typename?: 'Article', id: string, commentCount: number, comments: { __typename?: 'CommentConnection', totalCount: number, nodes: Array<{ __typename?: 'Comment', id: string, authorName: string, body: string, createdAt: string, replyCount: number, canReply: boolean, replies: { __typename?: 'CommentConnection', nodes: Array<{ __typename?: 'Comment', id: string, authorName: string, body: string, createdAt: string, replyCount: number }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } }
    | { __typename?: 'Comment' }
    | { __typename?: 'Image' }
    | { __typename?: 'ImageFile' }
    | { __typename?: 'Section' }
    | { __typename?: 'Tag' }
   | null };

export type ArticleEdgesQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArticleFilter>;
}>;


export type ArticleEdgesQuery = { __typename?: 'Query', articles: { __typename?: 'ArticleConnection', edges: Array<{ __typename?: 'ArticleEdge', cursor: string, node: { __typename?: 'Article', id: string, slug: string, direction: TextDirection, title: string, summary: string | null, byline: string | null, publishedAt: string | null, readingTimeMinutes: number, commentCount: number, leadImage: { __typename?: 'Image', id: string, alt: string, caption: string | null, credit: string | null, url: string | null } | null } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ArticleJsonLdQueryVariables = Exact<{
  slug: Scalars['String']['input'];
}>;


export type ArticleJsonLdQuery = { __typename?: 'Query', article: { __typename?: 'Article', id: string, jsonLd: string } | null };

export type ArticlePageQueryVariables = Exact<{
  slug: Scalars['String']['input'];
  comments?: InputMaybe<Scalars['Int']['input']>;
}>;


export type ArticlePageQuery = { __typename?: 'Query', article: { __typename?: 'Article', id: string, slug: string, locale: string, direction: TextDirection, title: string, summary: string | null, byline: string | null, publishedAt: string | null, updatedAt: string, readingTimeMinutes: number, url: string, commentCount: number, sections: Array<{ __typename?: 'Section', id: string, heading: string | null, paragraphs: Array<string>, images: Array<{ __typename?: 'Image', id: string, alt: string, caption: string | null, credit: string | null, url: string | null }> }>, shareLinks: Array<{ __typename?: 'ShareLink', network: ShareNetwork, url: string }>, commentPolicy: { __typename?: 'CommentPolicy', isOpen: boolean, isPremoderated: boolean, requiredFields: Array<CommentField>, maxBodyLength: number, notice: string }, comments: { __typename?: 'CommentConnection', nodes: Array<{ __typename?: 'Comment', id: string, authorName: string, body: string, createdAt: string, replyCount: number }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null };

export type ArticleRevisionsQueryVariables = Exact<{
  articleId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ArticleRevisionsQuery = { __typename?: 'Query', article: { __typename?: 'Article', id: string, status: ArticleStatus, editing: { __typename?: 'ArticleEditing', version: number, scheduledAt: string | null, unpublishAt: string | null, draft: { __typename?: 'ArticleRevision', id: string, version: number } | null, revisions: { __typename?: 'ArticleRevisionConnection', totalCount: number, nodes: Array<{ __typename?: 'ArticleRevision', id: string, version: number, title: string, note: string | null, editedBy: string | null, editedAt: string, isLive: boolean }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null } | null };

export type CommentAddedSubscriptionVariables = Exact<{
  articleId: Scalars['ID']['input'];
}>;


export type CommentAddedSubscription = { __typename?: 'Subscription', commentAdded: { __typename?: 'Comment', id: string, depth: number, authorName: string, body: string, createdAt: string, parent: { __typename?: 'Comment', id: string } | null, article: { __typename?: 'Article', id: string, commentCount: number } } };

export type CommentByReceiptQueryVariables = Exact<{
  receipt: Scalars['String']['input'];
}>;


export type CommentByReceiptQuery = { __typename?: 'Query', commentByReceipt: { __typename?: 'Comment', id: string, authorName: string, body: string, status: CommentStatus, statusReason: string | null, createdAt: string, editedAt: string | null, isWithdrawn: boolean } | null };

export type CommentChangedSubscriptionVariables = Exact<{
  articleId: Scalars['ID']['input'];
}>;


export type CommentChangedSubscription = { __typename?: 'Subscription', commentChanged: { __typename?: 'CommentChange', kind: CommentChangeKind, commentId: string, comment: { __typename?: 'Comment', id: string, authorName: string, body: string, isWithdrawn: boolean, editedAt: string | null } | null } };

export type CommentEdgesQueryVariables = Exact<{
  articleId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  orderBy?: CommentOrder;
}>;


export type CommentEdgesQuery = { __typename?: 'Query', node:
    | { __typename?: 'Article', id: string, commentCount: number, comments: { __typename?: 'CommentConnection', totalCount: number, edges: Array<{ __typename?: 'CommentEdge', cursor: string, node: { __typename?: 'Comment', id: string, authorName: string, body: string, createdAt: string, replyCount: number } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } }
    | { __typename?: 'Comment' }
    | { __typename?: 'Image' }
    | { __typename?: 'ImageFile' }
    | { __typename?: 'Section' }
    | { __typename?: 'Tag' }
   | null };

export type CommentQueuedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type CommentQueuedSubscription = { __typename?: 'Subscription', commentQueued: { __typename?: 'ModerationItem', revision: number, comment: { __typename?: 'Comment', id: string, authorName: string, body: string, status: CommentStatus, createdAt: string, article: { __typename?: 'Article', id: string, title: string } }, findings: Array<{ __typename?: 'ModerationFinding', phase: string, verdict: CommentStatus, reason: string }>, reports: Array<{ __typename?: 'CommentReport', reason: ReportReason, note: string | null }> } };

export type CommentRepliesQueryVariables = Exact<{
  commentId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type CommentRepliesQuery = { __typename?: 'Query', node:
    | { __typename?: 'Article' }
    | { __typename?: 'Comment', id: string, replies: { __typename?: 'CommentConnection', nodes: Array<{ __typename?: 'Comment', id: string, authorName: string, body: string, createdAt: string, depth: number, replyCount: number, canReply: boolean }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } }
    | { __typename?: 'Image' }
    | { __typename?: 'ImageFile' }
    | { __typename?: 'Section' }
    | { __typename?: 'Tag' }
   | null };

export type CreateArticleMutationVariables = Exact<{
  input: CreateArticleInput;
}>;


export type CreateArticleMutation = { __typename?: 'Mutation', createArticle: { __typename?: 'CreateArticlePayload', article: { __typename?: 'Article', id: string, slug: string, url: string, title: string, status: ArticleStatus, publishedAt: string | null, sections: Array<{ __typename?: 'Section', id: string, heading: string | null, body: string }>, tags: Array<{ __typename?: 'Tag', id: string, name: string, slug: string }>, editing: { __typename?: 'ArticleEditing', version: number } | null } | null, userErrors: Array<{ __typename?: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type CreatePreviewLinkMutationVariables = Exact<{
  input: CreatePreviewLinkInput;
}>;


export type CreatePreviewLinkMutation = { __typename?: 'Mutation', createPreviewLink: { __typename?: 'CreatePreviewLinkPayload', link: { __typename?: 'PreviewLink', token: string, url: string, expiresAt: string } | null, userErrors: Array<{ __typename?: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type EditCommentMutationVariables = Exact<{
  input: EditCommentInput;
}>;


export type EditCommentMutation = { __typename?: 'Mutation', editComment: { __typename?: 'EditCommentPayload', comment: { __typename?: 'Comment', id: string, body: string, status: CommentStatus, statusReason: string | null, editedAt: string | null } | null, userErrors: Array<{ __typename?: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type FrontPageQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArticleFilter>;
}>;


export type FrontPageQuery = { __typename?: 'Query', articles: { __typename?: 'ArticleConnection', nodes: Array<{ __typename?: 'Article', id: string, slug: string, direction: TextDirection, title: string, summary: string | null, byline: string | null, publishedAt: string | null, readingTimeMinutes: number, commentCount: number, leadImage: { __typename?: 'Image', id: string, alt: string, caption: string | null, credit: string | null, url: string | null } | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type MergeTagsMutationVariables = Exact<{
  input: MergeTagsInput;
}>;


export type MergeTagsMutation = { __typename?: 'Mutation', mergeTags: { __typename?: 'MergeTagsPayload', tag: { __typename?: 'Tag', id: string, name: string, slug: string, articleCount: number } | null, userErrors: Array<{ __typename?: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ModerateCommentsMutationVariables = Exact<{
  input: ModerateCommentsInput;
}>;


export type ModerateCommentsMutation = { __typename?: 'Mutation', moderateComments: { __typename?: 'ModerateCommentsPayload', comments: Array<{ __typename?: 'Comment', id: string, status: CommentStatus }>, userErrors: Array<{ __typename?: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ModerationQueueQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ModerationFilter>;
  orderBy?: CommentOrder;
}>;


export type ModerationQueueQuery = { __typename?: 'Query', moderationQueue: { __typename?: 'ModerationConnection', totalCount: number, nodes: Array<{ __typename?: 'ModerationItem', revision: number, authorEmail: string | null, comment: { __typename?: 'Comment', id: string, authorName: string, body: string, status: CommentStatus, createdAt: string, article: { __typename?: 'Article', id: string, title: string } }, findings: Array<{ __typename?: 'ModerationFinding', phase: string, verdict: CommentStatus, reason: string, field: CommentField | null, ruleVersion: string, range: { __typename?: 'TextRange', start: number, end: number } | null }>, reports: Array<{ __typename?: 'CommentReport', reason: ReportReason, note: string | null, createdAt: string }>, history: Array<{ __typename?: 'ModerationEvent', status: CommentStatus, by: string, byKind: DeciderKind, at: string, reason: string | null }> }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type ObjectsQueryVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type ObjectsQuery = { __typename?: 'Query', nodes: Array<
    | { __typename: 'Article', title: string, id: string }
    | { __typename: 'Comment', body: string, id: string }
    | { __typename: 'Image', caption: string | null, id: string }
    | { __typename: 'ImageFile', id: string }
    | { __typename: 'Section', heading: string | null, id: string }
    | { __typename: 'Tag', id: string }
   | null> };

export type PreviewArticleQueryVariables = Exact<{
  token: Scalars['String']['input'];
}>;


export type PreviewArticleQuery = { __typename?: 'Query', previewArticle: { __typename?: 'ArticleRevision', id: string, slug: string, locale: string, direction: TextDirection, title: string, summary: string | null, byline: string | null, correction: string | null, tags: Array<string>, readingTimeMinutes: number, editedAt: string, isLive: boolean, leadImage: { __typename?: 'ImageSnapshot', imageId: string, alt: string, caption: string | null, credit: string | null, url: string | null } | null, sections: Array<{ __typename?: 'SectionSnapshot', sectionId: string, heading: string | null, body: string, images: Array<{ __typename?: 'ImageSnapshot', imageId: string, alt: string, caption: string | null, credit: string | null, url: string | null }> }> } | null };

export type PublishArticleMutationVariables = Exact<{
  input: PublishArticleInput;
}>;


export type PublishArticleMutation = { __typename?: 'Mutation', publishArticle: { __typename?: 'PublishArticlePayload', article: { __typename?: 'Article', id: string, slug: string, url: string, status: ArticleStatus, publishedAt: string | null, firstPublishedAt: string | null, editing: { __typename?: 'ArticleEditing', version: number, scheduledAt: string | null } | null } | null, userErrors: Array<{ __typename?: 'UserError', code: UserErrorCode, field: Array<string>, message: string }>, conflict: { __typename?: 'EditConflict', version: number, editedBy: string | null, editedAt: string, fields: Array<string>, theirs: { __typename?: 'ArticleRevision', id: string, version: number, title: string } } | null } };

export type RenameTagMutationVariables = Exact<{
  input: RenameTagInput;
}>;


export type RenameTagMutation = { __typename?: 'Mutation', renameTag: { __typename?: 'RenameTagPayload', tag: { __typename?: 'Tag', id: string, name: string, slug: string } | null, userErrors: Array<{ __typename?: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type ReplyEdgesQueryVariables = Exact<{
  commentId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  orderBy?: CommentOrder;
}>;


export type ReplyEdgesQuery = { __typename?: 'Query', node:
    | { __typename?: 'Article' }
    | { __typename?: 'Comment', id: string, replies: { __typename?: 'CommentConnection', edges: Array<{ __typename?: 'CommentEdge', cursor: string, node: { __typename?: 'Comment', id: string, authorName: string, body: string, createdAt: string, depth: number, replyCount: number } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } }
    | { __typename?: 'Image' }
    | { __typename?: 'ImageFile' }
    | { __typename?: 'Section' }
    | { __typename?: 'Tag' }
   | null };

export type ReportCommentMutationVariables = Exact<{
  input: ReportCommentInput;
}>;


export type ReportCommentMutation = { __typename?: 'Mutation', reportComment: { __typename?: 'ReportCommentPayload', comment: { __typename?: 'Comment', id: string } | null, userErrors: Array<{ __typename?: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };

export type RestoreRevisionMutationVariables = Exact<{
  input: RestoreRevisionInput;
}>;


export type RestoreRevisionMutation = { __typename?: 'Mutation', restoreRevision: { __typename?: 'RestoreRevisionPayload', article: { __typename?: 'Article', id: string, title: string, status: ArticleStatus, editing: { __typename?: 'ArticleEditing', version: number, draft: { __typename?: 'ArticleRevision', id: string, version: number, title: string } | null } | null } | null, userErrors: Array<{ __typename?: 'UserError', code: UserErrorCode, field: Array<string>, message: string }>, conflict: { __typename?: 'EditConflict', version: number, editedBy: string | null, editedAt: string, fields: Array<string>, theirs: { __typename?: 'ArticleRevision', id: string, version: number, title: string } } | null } };

export type SearchArticlesQueryVariables = Exact<{
  query: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArticleFilter>;
}>;


export type SearchArticlesQuery = { __typename?: 'Query', searchArticles: { __typename?: 'ArticleSearchConnection', totalCount: number, suggestion: string | null, edges: Array<{ __typename?: 'ArticleSearchEdge', score: number, node: { __typename?: 'Article', id: string, slug: string, direction: TextDirection, title: string, byline: string | null, publishedAt: string | null }, highlights: Array<{ __typename?: 'SearchHighlight', field: SearchField, text: string, ranges: Array<{ __typename?: 'TextRange', start: number, end: number }> }> }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type TagQueryVariables = Exact<{
  slug: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type TagQuery = { __typename?: 'Query', tag: { __typename?: 'Tag', id: string, name: string, slug: string, articleCount: number, articles: { __typename?: 'ArticleConnection', nodes: Array<{ __typename?: 'Article', id: string, slug: string, direction: TextDirection, title: string, summary: string | null, publishedAt: string | null, leadImage: { __typename?: 'Image', id: string, alt: string, url: string | null } | null, tags: Array<{ __typename?: 'Tag', id: string, name: string, slug: string }> }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null };

export type TagsQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  startsWith?: InputMaybe<Scalars['String']['input']>;
  orderBy?: TagOrder;
}>;


export type TagsQuery = { __typename?: 'Query', tags: { __typename?: 'TagConnection', totalCount: number, nodes: Array<{ __typename?: 'Tag', id: string, name: string, slug: string, articleCount: number }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type UnpublishArticleMutationVariables = Exact<{
  input: UnpublishArticleInput;
}>;


export type UnpublishArticleMutation = { __typename?: 'Mutation', unpublishArticle: { __typename?: 'UnpublishArticlePayload', article: { __typename?: 'Article', id: string, status: ArticleStatus, publishedAt: string | null, editing: { __typename?: 'ArticleEditing', version: number, scheduledAt: string | null, unpublishAt: string | null } | null } | null, userErrors: Array<{ __typename?: 'UserError', code: UserErrorCode, field: Array<string>, message: string }>, conflict: { __typename?: 'EditConflict', version: number, editedBy: string | null, editedAt: string, fields: Array<string>, theirs: { __typename?: 'ArticleRevision', id: string, version: number, title: string } } | null } };

export type UpdateArticleMutationVariables = Exact<{
  input: UpdateArticleInput;
}>;


export type UpdateArticleMutation = { __typename?: 'Mutation', updateArticle: { __typename?: 'UpdateArticlePayload', article: { __typename?: 'Article', id: string, slug: string, url: string, title: string, status: ArticleStatus, editing: { __typename?: 'ArticleEditing', version: number, draft: { __typename?: 'ArticleRevision', id: string, version: number, title: string, sections: Array<{ __typename?: 'SectionSnapshot', sectionId: string, heading: string | null, body: string }> } | null } | null } | null, userErrors: Array<{ __typename?: 'UserError', code: UserErrorCode, field: Array<string>, message: string }>, conflict: { __typename?: 'EditConflict', version: number, editedBy: string | null, editedAt: string, fields: Array<string>, theirs: { __typename?: 'ArticleRevision', id: string, version: number, title: string } } | null } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { __typename?: 'Query', viewer: { __typename?: 'Viewer', role: Role, tokenName: string | null } };

export type WithdrawCommentMutationVariables = Exact<{
  input: WithdrawCommentInput;
}>;


export type WithdrawCommentMutation = { __typename?: 'Mutation', withdrawComment: { __typename?: 'WithdrawCommentPayload', comment: { __typename?: 'Comment', id: string, authorName: string, body: string, isWithdrawn: boolean } | null, userErrors: Array<{ __typename?: 'UserError', code: UserErrorCode, field: Array<string>, message: string }> } };


export const AddCommentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddComment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddCommentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addComment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"authorName"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusReason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"article"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"commentCount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"commentEdge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"authorName"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"replyCount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"receipt"}},{"kind":"Field","name":{"kind":"Name","value":"alreadyAdded"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AddCommentMutation, AddCommentMutationVariables>;
export const ArchiveArticleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ArchiveArticle"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ArchiveArticleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"archiveArticle"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"article"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"editing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"scheduledAt"}},{"kind":"Field","name":{"kind":"Name","value":"unpublishAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conflict"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"editedBy"}},{"kind":"Field","name":{"kind":"Name","value":"editedAt"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ArchiveArticleMutation, ArchiveArticleMutationVariables>;
export const ArticleBodyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ArticleBody"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"format"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TextFormat"}}},"defaultValue":{"kind":"EnumValue","value":"MARKDOWN"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"article"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"byline"}},{"kind":"Field","name":{"kind":"Name","value":"body"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"Variable","name":{"kind":"Name","value":"format"}}}]},{"kind":"Field","name":{"kind":"Name","value":"wordCount"}}]}}]}}]} as unknown as DocumentNode<ArticleBodyQuery, ArticleBodyQueryVariables>;
export const ArticleCommentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ArticleComments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"articleId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CommentOrder"}}},"defaultValue":{"kind":"EnumValue","value":"OLDEST"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"articleId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Article"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"commentCount"}},{"kind":"Field","name":{"kind":"Name","value":"comments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"authorName"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"replyCount"}},{"kind":"Field","name":{"kind":"Name","value":"canReply"}},{"kind":"Field","name":{"kind":"Name","value":"replies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"authorName"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"replyCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ArticleCommentsQuery, ArticleCommentsQueryVariables>;
export const ArticleEdgesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ArticleEdges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ArticleFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"articles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"byline"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"readingTimeMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"commentCount"}},{"kind":"Field","name":{"kind":"Name","value":"leadImage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"alt"}},{"kind":"Field","name":{"kind":"Name","value":"caption"}},{"kind":"Field","name":{"kind":"Name","value":"credit"}},{"kind":"Field","name":{"kind":"Name","value":"url"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"width"},"value":{"kind":"IntValue","value":"400"}}]}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ArticleEdgesQuery, ArticleEdgesQueryVariables>;
export const ArticleJsonLdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ArticleJsonLd"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"article"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"jsonLd"}}]}}]}}]} as unknown as DocumentNode<ArticleJsonLdQuery, ArticleJsonLdQueryVariables>;
export const ArticlePageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ArticlePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"comments"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"article"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"byline"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"readingTimeMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"sections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"heading"}},{"kind":"Field","name":{"kind":"Name","value":"paragraphs"}},{"kind":"Field","name":{"kind":"Name","value":"images"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"alt"}},{"kind":"Field","name":{"kind":"Name","value":"caption"}},{"kind":"Field","name":{"kind":"Name","value":"credit"}},{"kind":"Field","name":{"kind":"Name","value":"url"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"width"},"value":{"kind":"IntValue","value":"800"}}]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"shareLinks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"commentCount"}},{"kind":"Field","name":{"kind":"Name","value":"commentPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isOpen"}},{"kind":"Field","name":{"kind":"Name","value":"isPremoderated"}},{"kind":"Field","name":{"kind":"Name","value":"requiredFields"}},{"kind":"Field","name":{"kind":"Name","value":"maxBodyLength"}},{"kind":"Field","name":{"kind":"Name","value":"notice"}}]}},{"kind":"Field","name":{"kind":"Name","value":"comments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"comments"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"authorName"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"replyCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ArticlePageQuery, ArticlePageQueryVariables>;
export const ArticleRevisionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ArticleRevisions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"articleId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"article"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"articleId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"editing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"scheduledAt"}},{"kind":"Field","name":{"kind":"Name","value":"unpublishAt"}},{"kind":"Field","name":{"kind":"Name","value":"draft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"revisions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"editedBy"}},{"kind":"Field","name":{"kind":"Name","value":"editedAt"}},{"kind":"Field","name":{"kind":"Name","value":"isLive"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ArticleRevisionsQuery, ArticleRevisionsQueryVariables>;
export const CommentAddedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CommentAdded"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"articleId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commentAdded"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"articleId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"articleId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"depth"}},{"kind":"Field","name":{"kind":"Name","value":"authorName"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"article"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"commentCount"}}]}}]}}]}}]} as unknown as DocumentNode<CommentAddedSubscription, CommentAddedSubscriptionVariables>;
export const CommentByReceiptDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CommentByReceipt"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"receipt"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commentByReceipt"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"receipt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"receipt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"authorName"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusReason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"editedAt"}},{"kind":"Field","name":{"kind":"Name","value":"isWithdrawn"}}]}}]}}]} as unknown as DocumentNode<CommentByReceiptQuery, CommentByReceiptQueryVariables>;
export const CommentChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CommentChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"articleId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commentChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"articleId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"articleId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"commentId"}},{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"authorName"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"isWithdrawn"}},{"kind":"Field","name":{"kind":"Name","value":"editedAt"}}]}}]}}]}}]} as unknown as DocumentNode<CommentChangedSubscription, CommentChangedSubscriptionVariables>;
export const CommentEdgesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CommentEdges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"articleId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CommentOrder"}}},"defaultValue":{"kind":"EnumValue","value":"OLDEST"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"articleId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Article"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"commentCount"}},{"kind":"Field","name":{"kind":"Name","value":"comments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"authorName"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"replyCount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CommentEdgesQuery, CommentEdgesQueryVariables>;
export const CommentQueuedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CommentQueued"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commentQueued"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"authorName"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"article"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}}]}}]} as unknown as DocumentNode<CommentQueuedSubscription, CommentQueuedSubscriptionVariables>;
export const CommentRepliesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CommentReplies"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commentId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Comment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"replies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"authorName"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"depth"}},{"kind":"Field","name":{"kind":"Name","value":"replyCount"}},{"kind":"Field","name":{"kind":"Name","value":"canReply"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CommentRepliesQuery, CommentRepliesQueryVariables>;
export const CreateArticleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateArticle"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateArticleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createArticle"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"article"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"heading"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"editing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreateArticleMutation, CreateArticleMutationVariables>;
export const CreatePreviewLinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreatePreviewLink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePreviewLinkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPreviewLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreatePreviewLinkMutation, CreatePreviewLinkMutationVariables>;
export const EditCommentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EditComment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EditCommentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"editComment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusReason"}},{"kind":"Field","name":{"kind":"Name","value":"editedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<EditCommentMutation, EditCommentMutationVariables>;
export const FrontPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FrontPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ArticleFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"articles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"byline"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"readingTimeMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"commentCount"}},{"kind":"Field","name":{"kind":"Name","value":"leadImage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"alt"}},{"kind":"Field","name":{"kind":"Name","value":"caption"}},{"kind":"Field","name":{"kind":"Name","value":"credit"}},{"kind":"Field","name":{"kind":"Name","value":"url"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"width"},"value":{"kind":"IntValue","value":"400"}}]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<FrontPageQuery, FrontPageQueryVariables>;
export const MergeTagsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MergeTags"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MergeTagsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mergeTags"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"articleCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<MergeTagsMutation, MergeTagsMutationVariables>;
export const ModerateCommentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ModerateComments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ModerateCommentsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moderateComments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ModerateCommentsMutation, ModerateCommentsMutationVariables>;
export const ModerationQueueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ModerationQueue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ModerationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CommentOrder"}}},"defaultValue":{"kind":"EnumValue","value":"OLDEST"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moderationQueue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"authorName"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"article"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"authorEmail"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"range"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ruleVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"byKind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<ModerationQueueQuery, ModerationQueueQueryVariables>;
export const ObjectsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Objects"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Article"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Section"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"heading"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Image"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caption"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Comment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"body"}}]}}]}}]}}]} as unknown as DocumentNode<ObjectsQuery, ObjectsQueryVariables>;
export const PreviewArticleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewArticle"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"token"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewArticle"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"token"},"value":{"kind":"Variable","name":{"kind":"Name","value":"token"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"byline"}},{"kind":"Field","name":{"kind":"Name","value":"correction"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"readingTimeMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"editedAt"}},{"kind":"Field","name":{"kind":"Name","value":"isLive"}},{"kind":"Field","name":{"kind":"Name","value":"leadImage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"imageId"}},{"kind":"Field","name":{"kind":"Name","value":"alt"}},{"kind":"Field","name":{"kind":"Name","value":"caption"}},{"kind":"Field","name":{"kind":"Name","value":"credit"}},{"kind":"Field","name":{"kind":"Name","value":"url"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"width"},"value":{"kind":"IntValue","value":"800"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"sections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sectionId"}},{"kind":"Field","name":{"kind":"Name","value":"heading"}},{"kind":"Field","name":{"kind":"Name","value":"body"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"EnumValue","value":"HTML"}}]},{"kind":"Field","name":{"kind":"Name","value":"images"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"imageId"}},{"kind":"Field","name":{"kind":"Name","value":"alt"}},{"kind":"Field","name":{"kind":"Name","value":"caption"}},{"kind":"Field","name":{"kind":"Name","value":"credit"}},{"kind":"Field","name":{"kind":"Name","value":"url"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"width"},"value":{"kind":"IntValue","value":"800"}}]}]}}]}}]}}]}}]} as unknown as DocumentNode<PreviewArticleQuery, PreviewArticleQueryVariables>;
export const PublishArticleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PublishArticle"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PublishArticleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publishArticle"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"article"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"firstPublishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"editing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"scheduledAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conflict"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"editedBy"}},{"kind":"Field","name":{"kind":"Name","value":"editedAt"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PublishArticleMutation, PublishArticleMutationVariables>;
export const RenameTagDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenameTag"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenameTagInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renameTag"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RenameTagMutation, RenameTagMutationVariables>;
export const ReplyEdgesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReplyEdges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CommentOrder"}}},"defaultValue":{"kind":"EnumValue","value":"OLDEST"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commentId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Comment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"replies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"authorName"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"depth"}},{"kind":"Field","name":{"kind":"Name","value":"replyCount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReplyEdgesQuery, ReplyEdgesQueryVariables>;
export const ReportCommentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportComment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportCommentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportComment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReportCommentMutation, ReportCommentMutationVariables>;
export const RestoreRevisionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestoreRevision"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RestoreRevisionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restoreRevision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"article"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"editing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"draft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conflict"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"editedBy"}},{"kind":"Field","name":{"kind":"Name","value":"editedAt"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RestoreRevisionMutation, RestoreRevisionMutationVariables>;
export const SearchArticlesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchArticles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ArticleFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"searchArticles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"byline"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"highlights"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"ranges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]} as unknown as DocumentNode<SearchArticlesQuery, SearchArticlesQueryVariables>;
export const TagDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Tag"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tag"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"articleCount"}},{"kind":"Field","name":{"kind":"Name","value":"articles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leadImage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"alt"}},{"kind":"Field","name":{"kind":"Name","value":"url"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"width"},"value":{"kind":"IntValue","value":"400"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"tags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TagQuery, TagQueryVariables>;
export const TagsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Tags"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"startsWith"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TagOrder"}}},"defaultValue":{"kind":"EnumValue","value":"ARTICLES_DESC"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tags"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"startsWith"},"value":{"kind":"Variable","name":{"kind":"Name","value":"startsWith"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"articleCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<TagsQuery, TagsQueryVariables>;
export const UnpublishArticleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnpublishArticle"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnpublishArticleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unpublishArticle"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"article"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"editing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"scheduledAt"}},{"kind":"Field","name":{"kind":"Name","value":"unpublishAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conflict"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"editedBy"}},{"kind":"Field","name":{"kind":"Name","value":"editedAt"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UnpublishArticleMutation, UnpublishArticleMutationVariables>;
export const UpdateArticleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateArticle"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateArticleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateArticle"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"article"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"editing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"draft"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"sections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sectionId"}},{"kind":"Field","name":{"kind":"Name","value":"heading"}},{"kind":"Field","name":{"kind":"Name","value":"body"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conflict"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"editedBy"}},{"kind":"Field","name":{"kind":"Name","value":"editedAt"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UpdateArticleMutation, UpdateArticleMutationVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"tokenName"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const WithdrawCommentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawComment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WithdrawCommentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawComment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"authorName"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"isWithdrawn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<WithdrawCommentMutation, WithdrawCommentMutationVariables>;