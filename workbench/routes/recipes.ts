import { Hono } from 'hono';
import { answer, type Desk } from '../context.ts';
import { missingPage } from '../pages/layout.ts';
import { recipePage } from '../pages/zaps.ts';
import { openRecipe, recipeOf } from '../recipes.ts';

/** Recipes: a page for each, and a button that opens it. */
export const recipeRoutes = (desk: Desk): Hono => {
  const { session } = desk;
  const app = new Hono();

  app.get('/recipes/:recipe', (context) => {
    const recipe = recipeOf(context.req.param('recipe'));
    if (!recipe) return answer(context, desk, missingPage('There is no such recipe.'), 404);
    return answer(context, desk, {
      title: recipe.name,
      place: 'zaps',
      content: recipePage(recipe),
    });
  });

  app.post('/recipes/:recipe/open', async (context) => {
    const recipe = recipeOf(context.req.param('recipe'));
    if (!recipe) return answer(context, desk, missingPage('There is no such recipe.'), 404);
    const [first] = await openRecipe(session, recipe);
    return context.redirect(`/zaps/${first}`, 303);
  });

  return app;
};
