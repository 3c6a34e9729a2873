export {
  type CommenterPrivacyFeature,
  createCommenterPrivacyFeature,
} from './commenter-privacy.feature';
