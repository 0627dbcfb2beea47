/** What the command and the node must agree on for the operator's door. */

/** In the node's data folder while it runs, readable by its own user alone. */
export const operatorSecretFile = 'operator.secret';
/** The request header that carries the secret. */
export const operatorHeader = 'x-tansiq-operator';
