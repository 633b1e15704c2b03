/** Loaded when it is asked for: it takes half a second, which no command and no start of the site has to wait. */
export const webauthn = () => import('@simplewebauthn/server');
