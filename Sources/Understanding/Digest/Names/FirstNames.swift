/// First names, mostly of the United States.
enum FirstNames {
  /// The most frequent first names of the 1990 census (United States Census Bureau, public domain), without
  /// common words.
  static let words: StaticString = """
    James John Robert Michael William David Richard Charles Joseph Thomas Christopher Daniel Paul Mark Donald
    George Kenneth Steven Edward Brian Ronald Anthony Kevin Jason Matthew Gary Timothy Jose Larry Jeffrey
    Frank Scott Eric Stephen Andrew Raymond Gregory Joshua Jerry Dennis Walter Patrick Peter Harold Douglas
    Henry Carl Arthur Ryan Roger Joe Juan Jack Albert Jonathan Justin Terry Gerald Keith Samuel Willie Ralph
    Lawrence Nicholas Roy Benjamin Bruce Brandon Adam Harry Fred Wayne Billy Steve Louis Jeremy Aaron Randy
    Howard Eugene Carlos Russell Bobby Victor Martin Ernest Phillip Todd Jesse Craig Alan Shawn Clarence Sean
    Philip Chris Johnny Earl Jimmy Antonio Danny Bryan Tony Luis Mike Stanley Leonard Nathan Dale Manuel
    Rodney Curtis Norman Allen Marvin Vincent Glenn Jeffery Travis Jeff Chad Jacob Lee Melvin Alfred Kyle
    Francis Bradley Jesus Herbert Frederick Ray Joel Edwin Don Eddie Ricky Troy Randall Barry Alexander
    Bernard Mario Leroy Francisco Marcus Micheal Theodore Clifford Miguel Oscar Jay Jim Tom Calvin Alex Jon
    Ronnie Bill Lloyd Tommy Leon Derek Warren Darrell Jerome Floyd Leo Alvin Tim Wesley Gordon Dean Greg Jorge
    Dustin Pedro Derrick Dan Lewis Zachary Corey Herman Maurice Vernon Roberto Clyde Glen Hector Shane Ricardo
    Sam Rick Lester Brent Ramon Charlie Tyler Gilbert Gene Marc Reginald Ruben Brett Nathaniel Rafael Leslie
    Edgar Milton Raul Ben Chester Cecil Duane Franklin Andre Elmer Brad Gabriel Ron Mitchell Roland Arnold
    Harvey Jared Adrian Karl Cory Claude Erik Darryl Jamie Neil Jessie Javier Fernando Clinton Ted Mathew
    Tyrone Darren Lonnie Lance Cody Julio Kurt Allan Nelson Guy Clayton Hugh Max Dwayne Dwight Armando Felix
    Jimmie Everett Ian Wallace Ken Bob Jaime Casey Alfredo Alberto Dave Ivan Johnnie Sidney Byron Julian Isaac
    Morris Clifton Willard Daryl Ross Virgil Andy Marshall Salvador Perry Kirk Sergio Marion Tracy Seth Kent
    Terrance Rene Eduardo Terrence Enrique Freddie Wade Stuart Fredrick Arturo Alejandro Jackie Joey Nick
    Luther Wendell Jeremiah Evan Julius Dana Donnie Otis Shannon Trevor Oliver Luke Homer Gerard Doug Kenny
    Hubert Angelo Shaun Lyle Matt Lynn Alfonso Rex Carlton Ernesto Cameron Neal Pablo Lorenzo Omar Wilbur
    Blake Horace Roderick Kerry Abraham Willis Rickey Jean Ira Andres Cesar Johnathan Malcolm Rudolph Damon
    Kelvin Rudy Preston Alton Archie Marco Wm Pete Randolph Garry Geoffrey Jonathon Felipe Bennie Gerardo Ed
    Dominic Loren Delbert Colin Guillermo Earnest Lucas Benny Noel Spencer Rodolfo Myron Edmund Garrett
    Salvatore Cedric Lowell Gregg Sherman Wilson Devin Sylvester Roosevelt Jermaine Forrest Wilbert Leland
    Simon Clark Irving Carroll Bryant Owen Rufus Woodrow Sammy Kristopher Mack Levi Marcos Gustavo Jake Lionel
    Marty Taylor Ellis Dallas Gilberto Clint Nicolas Laurence Ismael Orville Drew Jody Ervin Dewey Al Wilfred
    Josh Hugo Ignacio Caleb Tomas Sheldon Erick Frankie Stewart Doyle Darrel Rogelio Terence Alonzo Elias Bert
    Elbert Ramiro Conrad Pat Noah Grady Phil Cornelius Lamar Rolando Clay Percy Dexter Bradford Merle Darin
    Amos Terrell Moses Irvin Saul Roman Darnell Randal Tommie Timmy Darrin Winston Brendan Toby Abel Dominick
    Boyd Courtney Jan Emilio Elijah Cary Domingo Aubrey Emmett Marlon Emanuel Jerald Edmond Emil Dewayne Otto
    Teddy Reynaldo Bret Morgan Jess Trent Humberto Emmanuel Stephan Louie Vicente Lamont Stacy Garland Miles
    Micah Efrain Billie Logan Heath Rodger Harley Demetrius Ethan Eldon Rocky Pierre Junior Freddy Eli Bryce
    Antoine Robbie Kendall Royce Sterling Mickey Chase Grover Elton Cleveland Dylan Chuck Damian Reuben Stan
    Leonardo Jasper Russel Erwin Benito Hans Monte Blaine Ernie Curt Quentin Agustin Murray Jamal Devon Adolfo
    Harrison Tyson Burton Brady Elliott Wilfredo Bart Jarrod Vance Denis Damien Joaquin Harlan Desmond Elliot
    Darwin Ashley Gregorio Buddy Xavier Kermit Roscoe Esteban Anton Solomon Scotty Norbert Elvin Williams
    Nolan Carey Rod Quinton Hal Brain Rob Elwood Kendrick Darius Moises Marlin Fidel Thaddeus Cliff Marcel Ali
    Jackson Raphael Bryon Armand Alvaro Jeffry Dane Joesph Thurman Ned Sammie Rusty Michel Monty Rory Fabian
    Reggie Mason Graham Kris Isaiah Vaughn Gus Avery Loyd Diego Alexis Adolph Norris Millard Rocco Gonzalo
    Derick Rodrigo Gerry Stacey Carmen Wiley Rigoberto Alphonso Ty Shelby Rickie Noe Vern Bobbie Reed
    Jefferson Elvis Bernardo Mauricio Hiram Donovan Basil Riley Ollie Nickolas Maynard Scot Vince Quincy Eddy
    Sebastian Federico Ulysses Heriberto Donnell Cole Denny Davis Gavin Emery Ward Romeo Jayson Dion Dante
    Clement Coy Odell Maxwell Jarvis Bruno Issac Mary Dudley Patricia Linda Barbara Elizabeth Jennifer Maria
    Susan Margaret Dorothy Lisa Nancy Karen Betty Helen Sandra Donna Carol Ruth Sharon Michelle Laura Sarah
    Kimberly Deborah Jessica Shirley Cynthia Angela Melissa Brenda Amy Anna Rebecca Kathleen Pamela Martha
    Debra Amanda Stephanie Carolyn Christine Marie Janet Catherine Frances Ann Joyce Diane Alice Julie Heather
    Teresa Doris Gloria Evelyn Cheryl Mildred Katherine Joan Judith Janice Nicole Judy Christina Kathy Theresa
    Beverly Denise Tammy Irene Jane Lori Rachel Marilyn Andrea Kathryn Louise Sara Anne Jacqueline Wanda
    Bonnie Julia Ruby Lois Tina Phyllis Norma Paula Diana Annie Lillian Emily Peggy Crystal Gladys Rita Connie
    Edna Tiffany Rosa Cindy Wendy Victoria Edith Sherry Sylvia Josephine Thelma Sheila Ethel Ellen Elaine
    Marjorie Carrie Charlotte Monica Esther Pauline Emma Juanita Anita Rhonda Hazel Amber Eva Debbie Clara
    Lucille Joanne Eleanor Valerie Danielle Megan Alicia Suzanne Michele Gail Bertha Darlene Veronica Jill
    Erin Geraldine Lauren Cathy Joann Lorraine Sally Regina Erica Beatrice Dolores Bernice Audrey Yvonne
    Annette Samantha Ana Renee Ida Vivian Roberta Holly Brittany Melanie Loretta Yolanda Jeanette Laurie Katie
    Kristen Vanessa Alma Sue Elsie Beth Jeanne Vicki Carla Tara Rosemary Eileen Terri Gertrude Lucy Tonya Ella
    Wilma Gina Kristin Natalie Agnes Vera Charlene Bessie Delores Melinda Pearl Arlene Maureen Colleen Allison
    Tamara Constance Lillie Claudia Marcia Tanya Nellie Minnie Marlene Heidi Glenda Lydia Viola Marian Stella
    Caroline Dora Jo Vickie Mattie Maxine Irma Mabel Marsha Myrtle Lena Christy Deanna Patsy Hilda Gwendolyn
    Jennie Nora Margie Nina Cassandra Leah Kay Priscilla Naomi Carole Brandy Olga Dianne Tracey Leona Jenny
    Felicia Sonia Miriam Velma Becky Violet Kristina Toni Misty Mae Shelly Daisy Ramona Sherri Erika Katrina
    Claire Lindsey Lindsay Geneva Belinda Margarita Sheryl Cora Faye Ada Natasha Sabrina Isabel Marguerite
    Hattie Harriet Molly Cecilia Kristi Brandi Blanche Sandy Rosie Joanna Eunice Angie Inez Lynda Madeline
    Amelia Alberta Genevieve Monique Jodi Janie Maggie Kayla Sonya Kristine Candace Fannie Maryann Opal Alison
    Yvette Melody Luz Susie Olivia Flora Shelley Kristy Mamie Lula Lola Verna Beulah Antoinette Candice Juana
    Jeannette Pam Kelli Hannah Whitney Bridget Karla Celia Latoya Patty Shelia Gayle Della Vicky Lynne Sheri
    Marianne Kara Jacquelyn Erma Blanca Myra Leticia Krista Roxanne Angelica Robyn Adrienne Rosalie Alexandra
    Brooke Bethany Sadie Bernadette Traci Kendra Jasmine Nichole Rachael Chelsea Mable Ernestine Muriel
    Marcella Elena Krystal Angelina Nadine Kari Estelle Dianna Paulette Lora Mona Doreen Rosemarie Desiree
    Antonia Ginger Janis Betsy Christie Freda Meredith Lynette Teri Cristina Eula Leigh Meghan Sophia Eloise
    Rochelle Gretchen Cecelia Raquel Henrietta Alyssa Jana Kelley Gwen Jenna Tricia Laverne Olive Tasha Silvia
    Elvira Delia Sophie Kate Patti Lorena Kellie Sonja Lila Lana Darla Mindy Essie Mandy Lorene Elsa Josefina
    Jeannie Miranda Dixie Lucia Marta Lela Johanna Shari Camille Tami Shawna Elisa Ebony Melba Ora Nettie
    Tabitha Winifred Kristie Marina Alisha Aimee Rena Myrna Marla Tammie Latasha Bonita Patrice Ronda Sherrie
    Addie Francine Deloris Stacie Adriana Cheri Abigail Celeste Jewel Cara Adele Rebekah Lucinda Dorthy Effie
    Trina Reba Sallie Aurora Lenora Etta Lottie Kerri Trisha Nikki Estella Francisca Josie Tracie Marissa
    Karin Brittney Janelle Lourdes Laurel Helene Fern Elva Corinne Kelsey Ina Bettie Elisabeth Aida Caitlin
    Ingrid Iva Eugenia Christa Goldie Cassie Maude Jenifer Therese Dena Lorna Janette Latonya Candy Consuelo
    Tamika Rosetta Debora Cherie Polly Dina Jewell Fay Jillian Dorothea Nell Trudy Esperanza Patrica Kimberley
    Shanna Helena Cleo Stefanie Rosario Ola Janine Mollie Lupe Alisa Lou Maribel Susanne Bette Susana Elise
    Cecile Isabelle Lesley Jocelyn Paige Joni Rachelle Leola Daphne Alta Ester Petra Graciela Imogene Jolene
    Keisha Lacey Glenna Gabriela Keri Ursula Lizzie Kirsten Shana Adeline Mayra Jayne Jaclyn Gracie Sondra
    Carmela Marisa Rosalind Tonia Beatriz Marisol Clarice Jeanine Sheena Angeline Frieda Lily Shauna Millie
    Claudette Cathleen Angelia Gabrielle Katharine Jodie Staci Lea Christi Justine Elma Luella Margret
    Dominique Socorro Martina Margo Mavis Callie Bobbi Maritza Lucile Leanne Jeannine Deana Aileen Lorie
    Ladonna Willa Manuela Gale Selma Dolly Sybil Abby Lara Dee Winnie Marcy Mohammed Muhammad Mohamed Mohammad
    Ahmed Ahmad Hassan Hussein Abdul Abdullah Ibrahim Mahmoud Mustafa Yusuf Khalid Saeed Hamid Karim Rashid
    Tariq Imran Nawaz Asif Narendra Rahul Amit Arun Sanjay Rajiv Anil Vijay Manmohan Vladimir Dmitry Sergei
    Sergey Boris Mikhail Igor Alexei Yuri Viktor Volodymyr Oleg Andrei Nikolai Shinzo Junichiro Shigeru Fumio
    Yoshihiko Taro Hiroshi Kenji Takeshi Yukio Jacques Francois Gerhard Helmut Olaf Klaus Jürgen Wolfgang
    Giuseppe Giovanni Silvio Matteo Luigi José Evo Luiz Dilma Jair Recep Tayyip Abdel Bashar Saddam Yasser
    Ariel Binyamin Shimon Ehud Avigdor Mahathir Najib Susilo Joko Ferdinand Benigno Aung Kofi Thabo Cyril
    Olusegun Goodluck Muhammadu Uhuru Raila Yoweri Haile Abiy Meles Xi Hu Wen Deng Li Zhang Wang Kim Park Moon
    Nguyen Nigel Alastair Gareth Liam Declan Padraig Siobhan Bertie Enda Barack Hillary Mitt Newt Condoleezza
    Dick Ivanka Bernie Kamala
    """
}
