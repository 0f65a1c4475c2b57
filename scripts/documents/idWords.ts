/** Which list an ID is chosen from, if neither its name alone nor its path says so: the first line that fits counts. */

/** `[path, section and name, dropdown of the app or documented list]` */
type Word = readonly [path: RegExp, name: RegExp, list: string];

const all = /^/;
const social = /^\/social-media-posting\//;
const templatesOfEmails = 'GET /emails/locations/{locationId}/templates';

export const idWords: readonly Word[] = [
  // Sub-accounts and people.
  [all, /(^|\.)(locationIds?|altId)$/, 'list_sub_accounts'],
  [all, /(^|\.)(assignToUserId|staffId)$|^staff\.id$/, 'list_user_choices'],
  [all, /(source|recipient)ContactId$|^ccRecipients\.id$/, 'list_contact_choices'],
  [all, /(source|recipient)ConversationId$/, 'list_conversation_choices'],
  [/^\/conversations\/search/, /^id$/, 'list_conversation_choices'],
  [all, /([wW]orkflowIds?)$/, 'list_workflow_choices'],
  [all, /(^|\.)lostReasonId$/, 'list_lost_reasons'],
  [all, /^customFields\.id$|(^|\.)contactFieldId$/, 'list_custom_fields'],
  [/^\/opportunities\/(upsert|search)/, /^id$/, 'list_opportunity_choices'],
  [/^\/opportunities\//, /^campaignId$/, 'list_campaigns'],
  [/^\/locations\//, /^snapshot\.id$/, 'list_snapshot_choices'],
  [/^\/calendars\//, /^(eventId|appointmentId)$/, 'list_appointment_choices'],
  [/^\/conversations\/messages$/, /^appointmentId$/, 'list_appointment_choices'],

  [/^\/associations\/relations$/, /^firstRecordId$/, 'list_first_record_choices'],
  [/^\/associations\/relations$/, /^secondRecordId$/, 'list_second_record_choices'],
  // Money.
  [all, /(^|\.)validOnProductIds$|^products\.(id|_id)$/, 'GET /products/'],
  [/^\/payments\/coupon$/, /^id$/, 'GET /payments/coupon/list'],
  [/^\/payments\/subscriptions$/, /^id$/, 'GET /payments/subscriptions'],
  [/^\/payments\/transactions$/, /^entityId$/, 'GET /payments/orders'],
  [/^\/invoices\/text2pay$/, /^id$/, 'GET /invoices/'],
  [/^\/invoices\/schedule\/\{scheduleId\}\/auto-payment$/, /^id$/, 'GET /invoices/schedule'],
  [/^\/invoices\/estimate\/template\//, /^templateId$/, 'GET /invoices/estimate/template'],
  [
    /^\/saas-api\//,
    /(^|\.)(saasPlanId|planId)$/,
    'GET /saas-api/public-api/agency-plans/{companyId}',
  ],
  [/^\/saas\//, /(^|\.)(saasPlanId|planId)$/, 'GET /saas/agency-plans/{companyId}'],
  // Forms, sites, documents, emails, links.
  [all, /(^|\.)formId$/, 'GET /forms/'],
  [all, /^surveyId$/, 'GET /surveys/'],
  [all, /^funnelId$/, 'GET /funnels/funnel/list'],
  [/^\/products\//, /(^|\.)storeId$/, 'GET /funnels/funnel/list'],
  [all, /^linkId$/, 'GET /links/'],
  [/^\/proposals\//, /(^|\.)templateId$/, 'GET /proposals/templates'],
  [/^\/proposals\//, /(^|\.)documentId$/, 'GET /proposals/document'],
  [/^\/emails\/builder/, /^templateId$/, 'GET /emails/builder'],
  [/^\/emails\/locations\//, /^templateId$/, templatesOfEmails],
  [/^\/store\//, /[eE]mailTemplateId$/, templatesOfEmails],
  // Agents and widgets.
  [/^\/voice-ai\//, /^agentId$/, 'GET /voice-ai/agents'],
  [all, /^voiceAiAgentId$/, 'GET /voice-ai/agents'],
  [/^\/voice-ai\//, /^numberPoolId$/, 'GET /phone-system/number-pools'],
  [/^\/chat-widget\//, /^id$|(^|\.)(widgetId|chatWidgetId)$/, 'GET /chat-widget/list'],
  [/^\/brand-boards\/\{locationId\}\/\{id\}$/, /^id$/, 'GET /brand-boards/{locationId}'],
  [/^\/brand-boards\//, /^(brandBoardId)$/, 'GET /brand-boards/{locationId}'],
  // Social Planner. The accounts that can be attached belong to a sign-in.
  [social, /(^|\.)accountIds$/, 'GET /social-media-posting/{locationId}/accounts'],
  [
    /^\/social-media-posting\/oauth\//,
    /^accountId$/,
    'GET /social-media-posting/{locationId}/accounts#oauthId',
  ],
  [
    /^\/social-media-posting\/statistics/,
    /^profileIds$/,
    'GET /social-media-posting/{locationId}/accounts#profileId',
  ],
  [social, /(^|\.)categoryIds?$/, 'GET /social-media-posting/{locationId}/categories'],
  // Ads.
  [
    /^\/ad-publishing\/facebook\//,
    /(^|\.)(adAccountId|fbAdAccountId|selectedAdAccountId)$/,
    'GET /ad-publishing/facebook/ad-accounts',
  ],
  [
    /^\/ad-publishing\/google\//,
    /(^|\.)(adAccountId|googleAdAccountId|selectedAdAccountId)$/,
    'GET /ad-publishing/google/ad-accounts',
  ],
  [
    /^\/ad-publishing\/linkedin\//,
    /(^|\.)(adAccountId|linkedInAdAccountId)$/,
    'GET /ad-publishing/linkedin/ad-accounts',
  ],
  [/^\/ad-publishing\/facebook\//, /(^|\.)pageId$/, 'GET /ad-publishing/facebook/pages'],
  [
    /^\/ad-publishing\/facebook\//,
    /(^|\.)(pixelId|conversionPixelId)$/,
    'GET /ad-publishing/facebook/pixels',
  ],
  [
    /^\/ad-publishing\/facebook\//,
    /(^|\.)conversationFormId$/,
    'GET /ad-publishing/facebook/conversation-forms',
  ],
  [/^\/ad-publishing\/google\//, /(^|\.)googleAudienceId$/, 'GET /ad-publishing/google/audiences'],
  [
    /^\/ad-publishing\/google\/(segments$|ads$)/,
    /^(segments\.)?id$/,
    'GET /ad-publishing/google/segments',
  ],
  [
    /^\/ad-publishing\/linkedin\/\{accountId\}/,
    /^accountId$/,
    'GET /ad-publishing/linkedin/ad-accounts',
  ],
  // Only Ads lists the pages of Facebook.
  [/^\/chat-widget\//, /(^|\.)facebookPageId$/, 'GET /ad-publishing/facebook/pages'],
  // Lists by something else that the same form asks for.
  [/^\/calendars\/resources\/\{resourceType\}\/\{id\}$/, /^id$/, 'list_calendar_resources'],
  [/^\/calendars\/services\/bookings/, /^services\.id$/, 'GET /calendars/services/catalog'],
  [/^\/knowledge-bases\/crawler/, /^urlIds$/, 'GET /knowledge-bases/crawler'],
  [
    /\/oauth\/\{locationId\}\/facebook\/accounts\//,
    /^originId$/,
    'GET /social-media-posting/oauth/{locationId}/facebook/accounts/{accountId}',
  ],
  [
    /\/oauth\/\{locationId\}\/instagram\/accounts\//,
    /^originId$/,
    'GET /social-media-posting/oauth/{locationId}/instagram/accounts/{accountId}',
  ],
  [
    /\/oauth\/\{locationId\}\/tiktok\/accounts\//,
    /^originId$/,
    'GET /social-media-posting/oauth/{locationId}/tiktok/accounts/{accountId}',
  ],
  [
    /\/oauth\/\{locationId\}\/\{platform\}\/accounts\//,
    /^originId$/,
    'GET /social-media-posting/oauth/{locationId}/{platform}/accounts/{accountId}',
  ],
];

/** The list for an ID. @param name with its section: `discount.validOnProductIds` */
export const idWordFor = (path: string, name: string): string | undefined =>
  idWords.find(([paths, names]) => paths.test(path) && names.test(name))?.[2];
