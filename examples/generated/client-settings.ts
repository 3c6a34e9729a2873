/** The object types of each interface: Apollo Client matches fragments on `Node` by it. */
export const possibleTypes = {
  "Node": [
    "Article",
    "Comment",
    "Image",
    "Section"
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
  "Query": {
    "articles": [
      "filter",
      "orderBy"
    ],
    "moderationQueue": [
      "filter",
      "orderBy"
    ],
    "searchArticles": [
      "filter",
      "query"
    ]
  }
} as const;

/** Types without an id: they belong to the object that holds them. */
export const embeddedTypes = [
  "AddCommentPayload",
  "ArticleConnection",
  "ArticleEdge",
  "ArticleEditing",
  "ArticleRevisionConnection",
  "ArticleRevisionEdge",
  "ArticleSearchConnection",
  "ArticleSearchEdge",
  "CommentChange",
  "CommentConnection",
  "CommentEdge",
  "CommentPolicy",
  "CommentReport",
  "CreatePreviewLinkPayload",
  "EditCommentPayload",
  "EraseCommenterPayload",
  "ImageSnapshot",
  "ModerateCommentsPayload",
  "ModerationConnection",
  "ModerationEdge",
  "ModerationEvent",
  "ModerationFinding",
  "ModerationItem",
  "ModerationReplay",
  "PageInfo",
  "PreviewLink",
  "ReplayExample",
  "ReplayOutcome",
  "ReportCommentPayload",
  "RevokePreviewLinksPayload",
  "SearchHighlight",
  "SectionSnapshot",
  "SetCommentsOpenPayload",
  "ShareLink",
  "TextRange",
  "UserError",
  "Viewer",
  "WithdrawCommentPayload"
] as const;
