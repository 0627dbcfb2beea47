/** EDXL-RM 1.0 (OASIS): messages about asking for and lending resources, written as XML. Pure. */
export {
  edxlNamespaces,
  type RecallType,
  type ResourceInformation,
  type ResourceMessage,
  type ResponseType,
  writeResourceMessage,
} from './resource-message.ts';
