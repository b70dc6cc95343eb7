import { splitWords, stem } from "./words.ts";

/**
 * Words that people and documents use for one another, of any API: abbreviations of the trade and the verbs of HTTP.
 * Kept general on purpose; a company's own words belong into its documents.
 */
const equals: string[][] = [
  ["repository", "repo"],
  ["organization", "organisation", "org"],
  ["authentication", "auth"],
  ["authorization", "authorisation", "auth"],
  ["configuration", "config", "conf"],
  ["environment", "env"],
  ["database", "db"],
  ["kubernetes", "k8s"],
  ["pull request", "pr"],
  ["merge request", "mr"],
  ["two factor authentication", "2fa", "tfa", "mfa", "multi factor authentication"],
  ["one time password", "otp", "passcode"],
  ["single sign on", "sso"],
  ["know your customer", "kyc"],
  ["anti money laundering", "aml"],
  ["bank identifier code", "bic", "swift"],
  ["value added tax", "vat"],
  ["virtual machine", "vm"],
  ["virtual private cloud", "vpc"],
  ["virtual private network", "vpn"],
  ["load balancer", "lb"],
  ["content delivery network", "cdn"],
  ["domain name system", "dns"],
  ["certificate", "cert"],
  ["picture", "image", "img", "photo"],
  ["document", "doc"],
  ["message", "msg"],
  ["quantity", "qty"],
  ["amount", "amt"],
  ["number", "num", "no"],
  ["address", "addr"],
  ["account", "acct"],
  ["transaction", "txn", "tx"],
  ["management", "mgmt"],
  ["administrator", "admin"],
  ["information", "info"],
  ["application", "app"],
  ["identifier", "id"],
  ["attribute", "attr"],
  ["parameter", "param"],
  ["password", "pwd"],
  ["language", "lang"],
  ["temperature", "temp"],
  ["telephone", "phone", "tel"],
  ["date of birth", "dob", "birthday"],
  ["social security number", "ssn"],
  ["stock keeping unit", "sku"],
  ["estimated time of arrival", "eta"],
  ["role based access control", "rbac"],
  ["access control list", "acl"],
  ["identity and access management", "iam"],
  ["service level agreement", "sla"],
  ["time to live", "ttl"],
  ["timezone", "tz"],
  ["latitude", "lat"],
  ["longitude", "lng", "lon"],
  ["point of interest", "poi"],
  ["point of sale", "pos"],
  ["purchase order", "po"],
  ["electric vehicle", "ev"],
  ["large language model", "llm"],
  ["machine learning", "ml"],
  ["artificial intelligence", "ai"],
  ["optical character recognition", "ocr"],
  ["text to speech", "tts"],
  ["speech to text", "stt", "transcription"],
  ["text message", "sms"],
  ["content management system", "cms"],
  ["customer relationship management", "crm"],
  ["continuous integration", "ci"],
  ["personally identifiable information", "pii"],
  ["public key infrastructure", "pki"],
  ["json web token", "jwt"],
  ["sign in", "log in", "login", "signin"],
  ["sign up", "register", "signup"],
  ["delete", "remove", "destroy"],
  ["create", "add", "new"],
  ["update", "edit", "change", "modify"],
  ["list", "browse"],
  ["get", "fetch", "retrieve", "read", "show"],
  ["search", "find", "query", "lookup"],
  ["buy", "purchase"],
  ["invoice", "bill"],
  ["employee", "staff"],
  ["client", "customer"],
  ["shipment", "parcel", "package", "shipping"],
  ["cancel", "abort"],
  ["disable", "deactivate"],
  ["enable", "activate"],
  ["picture", "avatar"],
  ["movie", "film"],
  ["ticket", "issue"],
  ["comment", "reply"],
  ["forecast", "prediction"],
  ["currency", "money"],
  ["exchange rate", "conversion rate"],
  ["webhook", "hook"],
  ["directory", "folder"],
  ["meeting", "conference"],
];

/** For each term, as joined stems, what may stand in its place: the same, the other way round. */
export const synonyms: ReadonlyMap<string, string[]> = collect();

function collect(): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const group of equals) {
    const terms = group.map((term) => splitWords(term).map(stem).join(" "));
    for (const term of terms) {
      const others = found.get(term) ?? new Set();
      for (const other of terms) if (other !== term) others.add(other);
      found.set(term, others);
    }
  }
  return new Map([...found].map(([term, others]) => [term, [...others]]));
}

/** What people say for an HTTP method or a direction, added to an operation's words. */
export const actionWords: Record<string, string> = {
  GET: "get list read fetch retrieve show",
  POST: "create add new post",
  PUT: "update replace set put",
  PATCH: "update edit change patch",
  DELETE: "delete remove",
  send: "send emit publish event",
  receive: "receive consume subscribe event",
};

const stopWords = new Set(
  "a an the of to for in on at by with from into is are was be been it its this that these those my our your their his her i we you they me us them and or as do does did how what which who whom whose where when why can could should would will shall may all any some there here now right just please want need via per up out".split(" "),
);

/** Too common to tell one thing from another. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
