/**
 * One language's words of news pages around their articles.
 *
 * Shape: every list holds words or whole lines as pages write them; they are compared folded, without
 * punctuation. A key that a language does not need is left out.
 */
export interface PageWords {
  /** Verbs that open a row of share buttons. */
  readonly share?: readonly string[];
  /** Words that may follow such a verb: the thing shared, and where to. */
  readonly shared?: readonly string[];
  /** Networks and other buttons of that row. */
  readonly networks?: readonly string[];
  /** Verbs that open a call for comments. */
  readonly commentVerbs?: readonly string[];
  /** Nouns that a call for comments has after its verb. */
  readonly commentNouns?: readonly string[];
  /** Words that may stand beside them. */
  readonly commentFillers?: readonly string[];
  /** Whole lines of a comment form. */
  readonly commentLines?: readonly string[];
  /** Words above the readers' comments, with or without their number. */
  readonly comments?: readonly string[];
  /** What the notice of a comment form is about: the address, the fields. */
  readonly noticeTopics?: readonly string[];
  /** The other words of such notices. A line of nothing but these and a topic is a notice. */
  readonly noticeWords?: readonly string[];
  /** Whole lines that are boilerplate wherever they stand: advertisements, players, links. */
  readonly anywhere?: readonly string[];
  /** Whole lines at which a box begins that readers may skip. */
  readonly promotionStarts?: readonly string[];
  /** Whole lines at which such a box ends. */
  readonly promotionEnds?: readonly string[];
  /** Whole lines at an image, such as the button that enlarges it. */
  readonly imageMarks?: readonly string[];
  /** Labels above a list of other articles; before a colon they stand above one. */
  readonly related?: readonly string[];
  /** Those labels, and such lines of the page's edges, that stand above tags and topics. */
  readonly topics?: readonly string[];
  /** Labels of such lists that only stand below an article, never within it. */
  readonly tailLabels?: readonly string[];
  /** How such labels begin before the name of a section or topic: 'Most read in'. */
  readonly labelStarts?: readonly string[];
  /** What is linked: a line of these, marks and fillers alone is a label, with one of each. */
  readonly linkNouns?: readonly string[];
  /** Words that say the links are others than what is read: 'related', 'most'. */
  readonly linkMarks?: readonly string[];
  /** The other words of such labels. */
  readonly linkFillers?: readonly string[];
  /** How lines begin that invite to follow or subscribe. */
  readonly invitations?: readonly string[];
  /** What such lines invite to; one that begins so and names one of these is boilerplate. */
  readonly channels?: readonly string[];
  /** How such a line may go on after that. */
  readonly afterChannels?: readonly string[];
  /** Whole lines that are fields or buttons of a form. */
  readonly formFields?: readonly string[];
  /** What a disclaimer is about: views, opinions. */
  readonly disclaimerTopics?: readonly string[];
  /** The other words of disclaimers. */
  readonly disclaimerWords?: readonly string[];
  /** Whose views they are, or are not: the author's, the paper's. */
  readonly disclaimerAuthors?: readonly string[];
  /** What is counted beside an article: views, likes. */
  readonly counters?: readonly string[];
  /** Whole lines that head a list of points. */
  readonly listHeadings?: readonly string[];
  /** Those of them that stand above tags only. */
  readonly tagLabels?: readonly string[];
  /** Whole lines that are boilerplate above the headline and below the article. */
  readonly edges?: readonly string[];
  /** Names of a site's sections, which stand above the headline. */
  readonly sections?: readonly string[];
  /** Those of them in which a writer's name may stand above the headline. */
  readonly opinionSections?: readonly string[];
  /** Words beside the number of a printed issue. */
  readonly issueWords?: readonly string[];
  /** Whole lines about the page, which stand in its head; # is any number. */
  readonly headNotices?: readonly string[];
  /** Words of which a copyright line has one. */
  readonly reserved?: readonly string[];
  /** All words of copyright lines but names and years. */
  readonly rights?: readonly string[];
  /** How boilerplate begins that may go on as anything. Such a line is kept and called uncertain. */
  readonly beginnings?: readonly string[];
  /** What stands before a writer's name and means nothing else. */
  readonly by?: readonly string[];
  /** What stands before a writer's name but may begin other lines. */
  readonly wrote?: readonly string[];
  /** Nouns that credit a writer only with a colon between. */
  readonly writerLabels?: readonly string[];
  /** Writers who are no person: the desk, a correspondent. */
  readonly desks?: readonly string[];
  /** Words for the work of writers, which stand beside their names. */
  readonly jobs?: readonly string[];
  /** What stands before a name only: 'Dr'. */
  readonly honorifics?: readonly string[];
  /** How lines begin that name further contributors below an article. */
  readonly contributors?: readonly string[];
  /** Words beside dates: labels, hours, zones, units. */
  readonly dateWords?: readonly string[];
  /** Those of them that say what the date is of: 'published', 'updated'. */
  readonly dateLabels?: readonly string[];
  /** Those of them that say that the page was changed then. */
  readonly changeLabels?: readonly string[];
  /** Words that make a number a time before now: 'ago'. */
  readonly ago?: readonly string[];
  /** Units of such a time. */
  readonly agoUnits?: readonly string[];
  /** Words that begin a sentence which goes on from another, and so no heading. */
  readonly continuations?: readonly string[];
}
