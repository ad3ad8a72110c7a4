// A certified OpenID provider with two invented people, for tests/single_sign_on. Arguments: port, client's address.
// It asks for private_key_jwt and PKCE, as the NLGov profile does; whoever asks to be somebody is that person.
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const [port, client] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const people = {
  "sub-noor": { name: "Noor Nieuw", preferred_username: "noor", roles: ["iets-anders", "vk-klantmanager"] },
  "sub-tom": { name: "Tom Teamleider", preferred_username: "tom", roles: ["vk-teamleider"] },
  "sub-gast": { name: "Gerrit Gast", preferred_username: "gast", roles: ["iets-anders"] },
  "sub-peter": { name: "Peter van Dongen", preferred_username: "peter", roles: ["vk-klantmanager"] },
};

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "veerkracht",
      token_endpoint_auth_method: "private_key_jwt",
      token_endpoint_auth_signing_alg: "RS256",
      jwks_uri: `${client}/inloggen/gemeente/sleutels/`,
      redirect_uris: [`${client}/inloggen/gemeente/terug/`],
      post_logout_redirect_uris: [`${client}/inloggen/`],
      response_types: ["code"],
      grant_types: ["authorization_code"],
    },
  ],
  pkce: { required: () => true },
  conformIdTokenClaims: false,
  acrValues: ["hoog", "laag"],
  claims: { openid: ["sub"], profile: ["name", "preferred_username", "roles"], acr: null },
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
  // Our key set stands on this machine, which its dispatcher refuses, and a busy machine may need more than 2.5 seconds.
  fetch: (url, { dispatcher, ...options }) =>
    globalThis.fetch(url, { ...options, signal: AbortSignal.timeout(60_000) }),
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...people[sub] }) }),
  cookies: { keys: ["only-for-the-test"] },
});

provider.on("grant.error", (_context, error) => console.error(error.message, error.error_description, error.error_detail));
provider.on("server_error", (_context, error) => console.error(error.message));

// `/interaction/<uid>?as=sub-noor&acr=hoog`: what a person would do on the page of the municipality.
const answer = provider.callback();
createServer(async (request, response) => {
  const url = new URL(request.url, issuer);
  if (!url.pathname.startsWith("/interaction/") || !url.searchParams.has("as")) {
    if (url.pathname.startsWith("/interaction/")) return response.end("who are you?");
    return answer(request, response);
  }
  const { params, grantId } = await provider.interactionDetails(request, response);
  const accountId = url.searchParams.get("as");
  const grant = grantId ? await provider.Grant.find(grantId) : new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { grantId: await grant.save() };
  const login = { accountId, acr: url.searchParams.get("acr") || "laag" };
  await provider.interactionFinished(request, response, { login, consent }, { mergeWithLastSubmission: false });
}).listen(Number(port), "127.0.0.1", () => console.log("ready"));
