import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Url } from '../../platform/graphql';
import { ImageFormat } from '../media';
import { Image } from './image.entity';

/** What an image is computed from. */
@Resolver(() => Image)
export class ImageResolver {
  @FieldResolver(() => Url, {
    nullable: true,
    description:
      'Where the file is served, as wide and in the format that is asked for; null while the service holds no file for this image.',
  })
  url(
    @Root() image: Image,
    @Arg('width', () => Int, {
      nullable: true,
      description: 'Wanted width in pixels, e.g. `800`; the original’s where it is not sent.',
    })
    _width: number | null,
    @Arg('format', () => ImageFormat, {
      nullable: true,
      description: 'Wanted file format; the original’s where it is not sent.',
    })
    _format: ImageFormat | null,
  ): string | null {
    // A picture that is kept elsewhere is answered as it is.
    return image.storedUrl;
  }
}
