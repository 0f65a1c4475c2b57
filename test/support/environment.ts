// What the shell exports changes no test: neither the settings of the app nor those of Zapier's core and its CLI.
const settings =
  /^(CLIENT_|HIGHLEVEL_(?!OPENAPI_DIR)|_?ZAPIER_|authData_|LOGGING_|.*LOG_TO_STDOUT$)/;
for (const name of Object.keys(process.env)) if (settings.test(name)) delete process.env[name];
process.env.NODE_ENV = 'test';
