/** The object types of each interface: Apollo Client matches fragments on `Node` by it. */
export const possibleTypes = {
  "Node": [
    "Article",
    "Comment",
    "Image",
    "ImageFile",
    "Section",
    "Tag"
  ]
} as const;

/** Fields that answer a connection, by type, each with the arguments that choose the list. */
export const connectionFields = {
  "Article": {
    "comments": [
      "orderBy"
    ]
  },
  "ArticleEditing": {
    "revisions": []
  },
  "Comment": {
    "replies": [
      "orderBy"
    ]
  },
  "ImageFile": {
    "articles": []
  },
  "Query": {
    "articles": [
      "filter",
      "orderBy"
    ],
    "imageFiles": [
      "query",
      "unused"
    ],
    "moderationQueue": [
      "filter",
      "orderBy"
    ],
    "searchArticles": [
      "filter",
      "query"
    ],
    "tags": [
      "orderBy",
      "startsWith"
    ]
  },
  "Tag": {
    "articles": []
  }
} as const;

/** Types without an id: they belong to the object that holds them. */
export const embeddedTypes = [
  "AddCommentPayload",
  "ArchiveArticlePayload",
  "ArticleConnection",
  "ArticleEdge",
  "ArticleEditing",
  "ArticleRevisionConnection",
  "ArticleRevisionEdge",
  "ArticleSearchConnection",
  "ArticleSearchEdge",
  "CancelSchedulePayload",
  "CommentChange",
  "CommentConnection",
  "CommentEdge",
  "CommentPolicy",
  "CommentReport",
  "CreateArticlePayload",
  "CreatePreviewLinkPayload",
  "DeleteArticlePayload",
  "DeleteImageFilePayload",
  "DiscardDraftPayload",
  "EditCommentPayload",
  "EditConflict",
  "EraseCommenterPayload",
  "ImageFileConnection",
  "ImageFileEdge",
  "ImageMetadata",
  "ImageSnapshot",
  "ImageSource",
  "MergeTagsPayload",
  "ModerateCommentsPayload",
  "ModerationConnection",
  "ModerationEdge",
  "ModerationEvent",
  "ModerationFinding",
  "ModerationItem",
  "ModerationReplay",
  "PageInfo",
  "Point",
  "PreviewLink",
  "PublishArticlePayload",
  "RenameTagPayload",
  "ReplayExample",
  "ReplayOutcome",
  "ReportCommentPayload",
  "RestoreRevisionPayload",
  "RevokePreviewLinksPayload",
  "SearchHighlight",
  "SectionSnapshot",
  "SetCommentsOpenPayload",
  "ShareLink",
  "TagConnection",
  "TagEdge",
  "TextRange",
  "UnpublishArticlePayload",
  "UpdateArticlePayload",
  "UpdateImageFilePayload",
  "UserError",
  "Viewer",
  "WithdrawCommentPayload"
] as const;
