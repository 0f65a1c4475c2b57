/** What people say, and what HighLevel’s documents call it: by these words areas and endpoints are found, too. */
const spoken: Record<string, string[]> = {
  bill: ['invoice'],
  quote: ['estimate', 'invoice', 'proposal'],
  receipt: ['invoice', 'payment'],
  money: ['payment', 'invoice', 'transaction', 'order', 'saas', 'wallet', 'charge'],
  pay: ['payment', 'invoice'],
  refund: ['payment', 'transaction', 'charge'],
  sale: ['payment', 'order', 'transaction', 'product', 'opportunit'],
  purchase: ['payment', 'order', 'product'],
  gift: ['coupon', 'payment', 'product'],
  card: ['coupon', 'payment', 'product'],
  voucher: ['coupon', 'payment'],
  discount: ['coupon', 'payment'],
  promo: ['coupon', 'payment'],
  shop: ['store', 'product'],
  delivery: ['shipping', 'store', 'fulfillment'],
  stock: ['inventory', 'product'],
  item: ['product'],
  photo: ['media', 'file'],
  picture: ['media', 'file'],
  image: ['media', 'file'],
  video: ['media', 'file'],
  upload: ['media', 'file'],
  facebook: ['social', 'post', 'ads', 'ad '],
  instagram: ['social', 'post', 'ads'],
  tiktok: ['social', 'post'],
  linkedin: ['social', 'post', 'ads'],
  twitter: ['social', 'post'],
  post: ['social', 'blog'],
  advertising: ['ads', 'campaign'],
  article: ['blog'],
  appointment: ['calendar', 'booking', 'schedule'],
  meeting: ['calendar', 'event', 'booking', 'schedule'],
  booking: ['calendar', 'appointment'],
  slot: ['calendar', 'schedule'],
  review: ['product', 'conversation'],
  rating: ['review', 'product', 'conversation'],
  lead: ['contact'],
  customer: ['contact'],
  client: ['contact'],
  patient: ['contact'],
  deal: ['opportunit'],
  company: ['business', 'compan', 'custom fields of'],
  account: ['sub-account', 'compan', 'location'],
  location: ['sub-account'],
  sms: ['conversation', 'message'],
  text: ['conversation', 'message'],
  chat: ['conversation', 'message', 'chat'],
  whatsapp: ['conversation', 'message'],
  newsletter: ['email'],
  mail: ['email'],
  call: ['voice', 'phone', 'conversation'],
  phone: ['voice'],
  bot: ['conversation ai', 'agent', 'voice ai', 'knowledge'],
  ai: ['agent', 'knowledge'],
  contract: ['document', 'proposal'],
  signature: ['document', 'proposal'],
  automation: ['workflow'],
  sequence: ['workflow', 'campaign'],
  website: ['funnel', 'page'],
  page: ['funnel'],
  redirect: ['funnel'],
  answer: ['form', 'survey', 'submission'],
  questionnaire: ['form', 'survey'],
  course: ['course'],
  lesson: ['course'],
  partner: ['affiliate'],
  commission: ['affiliate'],
  staff: ['user'],
  employee: ['user'],
  team: ['user'],
  field: ['custom field', 'custom value'],
  brand: ['brand', 'logo', 'voice'],
  menu: ['custom menu'],
  link: ['trigger link', 'redirect'],
  plan: ['saas', 'subscription'],
};

/** The dropdowns of areas and endpoints. */
const isOfApi = (dynamic: string): boolean => /^list_api_/.test(dynamic);

/** The further words by which a choice of a dropdown is found; none in a dropdown of records. */
export const spokenWords = (dynamic: string, label: string): string => {
  if (!isOfApi(dynamic)) return '';
  const text = label.toLowerCase();
  return (
    Object.entries(spoken)
      .filter(([, called]) => called.some((one) => text.includes(one)))
      // “photos” has “photo” in it, too.
      .map(([word]) => `${word}s`)
      .join(' ')
  );
};
