import { Field, ObjectType } from 'type-graphql';
import { Url } from '../../platform/graphql';
import { ShareNetwork } from './article-enums';

/** A ready address that opens a network's own 'share' form. */
@ObjectType({
  description: 'A ready address that shares the article: put it behind a button, no script needed.',
  simpleResolvers: true,
})
export class ShareLink {
  @Field(() => ShareNetwork, { description: 'Where it shares.' })
  network!: ShareNetwork;

  @Field(() => Url, {
    description: 'Opens the network’s own form with the headline and address filled in.',
  })
  url!: string;
}

/** Both texts percent-encoded: form encoding would write a space as `+`, which mail programs show. */
const networks: Record<ShareNetwork, (title: string, url: string) => string> = {
  [ShareNetwork.FACEBOOK]: (_, url) => `https://www.facebook.com/sharer/sharer.php?u=${url}`,
  [ShareNetwork.X]: (title, url) => `https://x.com/intent/tweet?text=${title}&url=${url}`,
  [ShareNetwork.WHATSAPP]: (title, url) => `https://wa.me/?text=${title}%20${url}`,
  [ShareNetwork.TELEGRAM]: (title, url) => `https://t.me/share/url?url=${url}&text=${title}`,
  [ShareNetwork.LINKEDIN]: (_, url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
  [ShareNetwork.EMAIL]: (title, url) => `mailto:?subject=${title}&body=${url}`,
};

const all = Object.values(ShareNetwork);

/** One link for each network, in the enum's order. */
export function listShareLinks(title: string, url: string): ShareLink[] {
  const encodedTitle = encodeURIComponent(title);
  const encodedUrl = encodeURIComponent(url);
  return all.map((network) => ({ network, url: networks[network](encodedTitle, encodedUrl) }));
}
