/** What the connection in .env consists of: the lines that `npm run zapier -- invoke auth start` writes there. */
export const accountFrom = (env: NodeJS.ProcessEnv): Record<string, string> => {
  const authData = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      name.startsWith('authData_') && value ? [[name.slice('authData_'.length), value]] : [],
    ),
  );
  if (authData.access_token || authData.privateToken) return authData;
  throw new Error(
    'There is no connection in .env. Add authData_privateToken and authData_locationId, or run “npm run zapier -- invoke auth start”.',
  );
};
