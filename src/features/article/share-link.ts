import { Field, ObjectType } from 'type-graphql';
import { Url } from '../../graphql/types';
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

const networks: Record<ShareNetwork, (title: string, url: string) => string> = {
  [ShareNetwork.FACEBOOK]: (_, url) =>
    `https://www.facebook.com/sharer/sharer.php?${query({ u: url })}`,
  [ShareNetwork.X]: (text, url) => `https://x.com/intent/tweet?${query({ text, url })}`,
  [ShareNetwork.WHATSAPP]: (title, url) => `https://wa.me/?${query({ text: `${title} ${url}` })}`,
  [ShareNetwork.TELEGRAM]: (text, url) => `https://t.me/share/url?${query({ url, text })}`,
  [ShareNetwork.LINKEDIN]: (_, url) =>
    `https://www.linkedin.com/sharing/share-offsite/?${query({ url })}`,
  [ShareNetwork.EMAIL]: (subject, url) => `mailto:?${query({ subject, body: url })}`,
};

/** One link for each network, in the enum's order. */
export function listShareLinks(title: string, url: string): ShareLink[] {
  return Object.values(ShareNetwork).map((network) => ({
    network,
    url: networks[network](title, url),
  }));
}

/** Percent-encoding, not form encoding: mail programs show a `+` as it is. */
function query(parameters: Record<string, string>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}
